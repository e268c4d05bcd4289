import { describe, expect, it } from 'vitest'
import { auditRows } from '#web/features/audit/auditRows.ts'

const entry = {
  id: 'entry',
  kind: 'memberRemoved',
  by: 'olga',
  byName: 'Ольга Нечаева',
  subject: 'Ирина Лаптева',
  details: { role: 'operator' },
  address: '203.0.113.7',
  at: new Date(2026, 10, 22, 18, 28, 17).getTime(),
} as const

describe('audit rows', () => {
  it('begin with a head', () => {
    expect(auditRows([])).toEqual([
      ['Когда', 'Кто', 'Что сделано', 'С кем или с чем', 'Подробности', 'Откуда'],
    ])
  })

  it('say who, what, whom, when and from where in words', () => {
    expect(auditRows([entry])[1]).toEqual([
      '22.11.2026, 18:28:17',
      'Ольга Нечаева',
      'Сотрудник удалён',
      'Ирина Лаптева',
      'Роль: Оператор',
      '203.0.113.7',
    ])
  })

  it('name Pact where nobody did it, and an address nobody knows', () => {
    const row = auditRows([{ ...entry, byName: '', address: 'unknown' }])[1]
    expect(row?.[1]).toBe('Пакт')
    expect(row?.[5]).toBe('неизвестно')
  })
})
