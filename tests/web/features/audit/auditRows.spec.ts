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
  at: Date.UTC(2026, 10, 22, 15, 28, 17),
} as const

describe('audit rows', () => {
  it('begin with a head', () => {
    expect(auditRows([], 'Europe/Moscow')).toEqual([
      ['Когда', 'Кто', 'Что сделано', 'С кем или с чем', 'Подробности', 'Откуда'],
    ])
  })

  it('say who, what, whom, when and from where in words', () => {
    expect(auditRows([entry], 'Europe/Moscow')[1]).toEqual([
      '22.11.2026, 18:28:17',
      'Ольга Нечаева',
      'Сотрудник удалён',
      'Ирина Лаптева',
      'Роль: Оператор',
      '203.0.113.7',
    ])
  })

  it('tell the time of the company’s zone', () => {
    expect(auditRows([entry], 'Asia/Vladivostok')[1]?.[0]).toBe('23.11.2026, 01:28:17')
  })

  it('name Pact where nobody did it, and an address nobody knows', () => {
    const row = auditRows([{ ...entry, byName: '', address: 'unknown' }], 'Europe/Moscow')[1]
    expect(row?.[1]).toBe('Пакт')
    expect(row?.[5]).toBe('неизвестно')
  })
})
