import { expect, it } from 'vitest'
import { ALWAYS } from '#shared/domain/businessHours.ts'
import type { BusinessHours } from '#shared/domain/businessHours.ts'
import { hoursWords } from '#web/features/automation/hoursWords.ts'

const office = { fromMinute: 540, toMinute: 1080 }
const week = (...days: BusinessHours[number][]) => days

it.each([
  [ALWAYS, 'ежедневно круглосуточно'],
  [week(office, office, office, office, office, null, null), 'Пн–Пт 09:00–18:00, Сб–Вс выходной'],
  [
    week(office, null, office, office, office, office, { fromMinute: 1320, toMinute: 120 }),
    'Пн 09:00–18:00, Вт выходной, Ср–Сб 09:00–18:00, Вс 22:00–02:00',
  ],
  [week(...ALWAYS.map(() => ({ fromMinute: 600, toMinute: 1440 }))), 'ежедневно 10:00–00:00'],
])('hours are said in words: %#', (hours, words) => {
  expect(hoursWords(hours)).toBe(words)
})
