import { beforeAll, describe, expect, it } from 'vitest'
import { emailConfirmation } from '#functions/mail/letters/emailConfirmation.ts'

beforeAll(() => {
  process.env['PUBLIC_URL'] = 'https://pact.example'
})

const token = 'A'.repeat(43)
const letter = { to: 'olga@mail.example', token }

describe('the letter that asks whether an address is one’s own', () => {
  it.each(['ru', 'en'] as const)('goes to that address and names it, in %s', (locale) => {
    const { to, text, html } = emailConfirmation(letter, locale)
    expect(to).toBe('olga@mail.example')
    expect(text).toContain('olga@mail.example')
    expect(html).toContain('olga@mail.example')
  })

  it.each(['ru', 'en'] as const)('leads to the page that confirms, in %s', (locale) => {
    const link = `https://pact.example/confirm-email#${token}`
    const { text, html } = emailConfirmation(letter, locale)
    expect(text).toContain(link)
    expect(html).toContain(`href="${link}"`)
  })

  it('bears the button the settings speak of', () => {
    expect(emailConfirmation(letter, 'ru').html).toContain('>Подтвердить</a>')
    expect(emailConfirmation(letter, 'en').html).toContain('>Confirm</a>')
  })
})
