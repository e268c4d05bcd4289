import { afterEach, expect, it } from 'vitest'
import { invitationWords } from '#web/features/invitation/invitationWords.ts'
import { setLanguage } from '#web/ui/i18n.ts'

const invitation = { companyNames: ['Тёплый дом'], role: 'operator', invitedByName: 'Ольга Нечаева' } as const

afterEach(() => {
  setLanguage('ru')
})

it('names the company, who asks and the role', () => {
  expect(invitationWords(invitation)).toEqual({
    title: 'Приглашение в «Тёплый дом»',
    lead: 'Ольга Нечаева приглашает вас. Роль: оператор.',
  })
})

it('names several companies', () => {
  const { title } = invitationWords({ ...invitation, companyNames: ['Тёплый дом', 'Уют', 'Свет'] })
  expect(title).toBe('Приглашение в компании «Тёплый дом», «Уют» и «Свет»')
})

it('does without a name that is gone', () => {
  expect(invitationWords({ ...invitation, invitedByName: '' }).lead).toBe('Вас приглашают. Роль: оператор.')
})

it('speaks English', () => {
  setLanguage('en')
  expect(invitationWords({ ...invitation, role: 'admin' }).lead).toBe(
    'Ольга Нечаева invites you. Role: admin.',
  )
})
