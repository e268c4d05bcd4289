import { describe, expect, it } from 'vitest'
import { emailEntries } from '#web/features/staff/emailEntries.ts'

function emails(text: string): string[] {
  return emailEntries([], text).map(({ email }) => email)
}

describe('e-mail entries', () => {
  it.each([
    'olga@example.com, irina@example.com',
    'olga@example.com irina@example.com',
    'olga@example.com\nirina@example.com\n',
    'olga@example.com;irina@example.com;',
  ])('part %j into two', (text) => {
    expect(emails(text)).toEqual(['olga@example.com', 'irina@example.com'])
  })

  it('take an address out of what address books paste', () => {
    expect(emails('<Olga@Example.com>, "irina@example.com"')).toEqual([
      'olga@example.com',
      'irina@example.com',
    ])
  })

  it.each([
    'Ольга Нечаева <olga@example.com>, Irina <irina@example.com>',
    '"Нечаева, Ольга" <olga@example.com>; irina@example.com',
    'olga@example.com, Ирина Лаптева <irina@example.com>',
  ])('leave names out of %j', (text) => {
    expect(emails(text)).toEqual(['olga@example.com', 'irina@example.com'])
  })

  it('keep a wrong one, marked', () => {
    expect(emailEntries([], 'olga@, irina@example.com')).toEqual([
      { email: 'olga@', isValid: false },
      { email: 'irina@example.com', isValid: true },
    ])
  })

  it('hold each address once', () => {
    const before = emailEntries([], 'olga@example.com')
    expect(emailEntries(before, 'OLGA@example.com').length).toBe(1)
  })
})
