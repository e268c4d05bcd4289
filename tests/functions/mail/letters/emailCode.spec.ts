import { describe, expect, it } from 'vitest'
import { emailCode } from '#functions/mail/letters/emailCode.ts'

const letter = { to: 'olga@mail.example', code: '048151' }

describe('the letter with the second code', () => {
  it.each(['ru', 'en'] as const)('says the code in a line of its own, in %s', (locale) => {
    const { to, text, html } = emailCode(letter, locale)
    expect(to).toBe('olga@mail.example')
    expect(text).toMatch(/^048151$/m)
    expect(html).toContain('>048151<')
  })

  it.each(['ru', 'en'] as const)('keeps it out of what a locked screen shows, in %s', (locale) => {
    const { subject, html } = emailCode(letter, locale)
    expect(subject).not.toContain('048151')
    expect(html.indexOf('048151')).toBeGreaterThan(html.indexOf('</h1>'))
  })
})
