import { describe, expect, it } from 'vitest'
import { detailWords } from '#web/features/audit/detailWords.ts'

describe('detail words', () => {
  it('say what was and what is', () => {
    expect(detailWords({ details: { role: 'admin', roleBefore: 'operator' } })).toEqual([
      'Роль: Оператор → Администратор',
    ])
  })

  it('say a fact that had no before', () => {
    expect(detailWords({ details: { email: 'olga@example.com' } })).toEqual(['E-Mail: olga@example.com'])
  })

  it('call the empty empty', () => {
    expect(detailWords({ details: { teams: 'Продажи', teamsBefore: '' } })).toEqual([
      'Отделы: пусто → Продажи',
    ])
  })

  it('show what they have no word for as it came', () => {
    expect(detailWords({ details: { something: '1' } })).toEqual(['something: 1'])
  })

  it('keep a field that merely ends so', () => {
    expect(detailWords({ details: { neverBefore: 'да' } })).toEqual(['neverBefore: да'])
  })
})
