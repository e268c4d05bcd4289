import { describe, expect, it } from 'vitest'
import { memberInvitation } from '#functions/mail/letters/memberInvitation.ts'

process.env['PUBLIC_URL'] ??= 'https://pact.example'
const url = `${process.env['PUBLIC_URL']}/invitation#token`

const invitation = {
  to: 'petr@teply.test',
  companyNames: ['Тёплый дом', 'Лыжи'],
  role: 'operator',
  invitedByName: 'Анна Светлова',
  token: 'token',
} as const

describe('an invitation', () => {
  it('names who asks, all companies and the role', () => {
    const { subject, text } = memberInvitation(invitation, 'ru')
    expect(subject).toBe('Приглашение в «Тёплый дом» и «Лыжи»')
    expect(text).toContain('Анна Светлова приглашает вас в «Тёплый дом» и «Лыжи» в роли оператора.')
  })

  it('says so in English', () => {
    const { subject, text } = memberInvitation({ ...invitation, role: 'admin' }, 'en')
    expect(subject).toBe('Invitation to “Тёплый дом” and “Лыжи”')
    expect(text).toContain('invites you to “Тёплый дом” and “Лыжи” as an administrator.')
  })

  it('carries its token behind the # of its link, and nowhere else', () => {
    const { text, html } = memberInvitation(invitation, 'ru')
    expect(text).toContain(url)
    expect(text.replaceAll(url, '')).not.toContain('token')
    expect(html.replaceAll(url, '')).not.toContain('token')
  })

  it('is no letter of the inviter’s own', () => {
    const long = 'Вы выиграли приз '.repeat(15)
    const { subject, text } = memberInvitation(
      { ...invitation, companyNames: [long], invitedByName: long },
      'ru',
    )
    expect(subject.length).toBeLessThan(90)
    expect(text.length).toBeLessThan(700)
  })
})
