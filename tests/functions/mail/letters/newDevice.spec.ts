import { describe, expect, it } from 'vitest'
import { newDevice } from '#functions/mail/letters/newDevice.ts'

const letter = {
  to: 'ivan@mail.example',
  name: 'Ольга',
  deviceLabel: 'Firefox, Linux',
  address: '203.0.113.7',
}

describe('the letter about a new device', () => {
  it.each(['ru', 'en'] as const)('names who, on what and from where, in %s', (locale) => {
    const { to, subject, text } = newDevice(letter, locale)
    expect(to).toBe('ivan@mail.example')
    expect(subject).toContain('Ольга')
    for (const words of ['Ольга', 'Firefox, Linux', '203.0.113.7']) expect(text).toContain(words)
  })

  it('says so where the browser has no name', () => {
    expect(newDevice({ ...letter, deviceLabel: '' }, 'ru').text).toContain('Устройство: неизвестно')
    expect(newDevice({ ...letter, deviceLabel: '' }, 'en').text).toContain('Device: unknown')
  })

  it('lets no name grow into a letter of its own', () => {
    const { text } = newDevice({ ...letter, name: 'а'.repeat(100), deviceLabel: 'б'.repeat(100) }, 'ru')
    expect(text).not.toContain('а'.repeat(61))
    expect(text).not.toContain('б'.repeat(61))
  })
})
