import { describe, expect, it } from 'vitest'
import { dayAndTime, dayName, rowTime } from '#web/features/inbox/moments.ts'

const NOW = new Date(2026, 10, 20, 12, 40).getTime()
const on = (...date: [number, number, number, number?, number?]) => new Date(...date).getTime()

describe('rowTime', () => {
  it.each([
    [on(2026, 10, 20, 0, 5), '00:05'],
    [on(2026, 10, 20, 12, 34), '12:34'],
    [on(2026, 10, 19, 23, 59), 'Вчера'],
    [on(2025, 10, 14), '14.11.2025'],
  ])('names %d as %s', (at, words) => {
    expect(rowTime(at, NOW)).toBe(words)
  })

  it('names a day of this year by day and three letters of the month', () => {
    const months = Array.from({ length: 11 }, (_, month) => rowTime(on(2026, month, 14), NOW))
    expect(months.map((words) => words.replace('14 ', '')).join(' ')).toBe(
      'янв фев мар апр мая июн июл авг сен окт ноя',
    )
  })
})

describe('dayName', () => {
  it.each([
    [on(2026, 10, 20, 1), 'Сегодня'],
    [on(2026, 10, 19, 1), 'Вчера'],
    [on(2026, 10, 18, 1), '18 ноября'],
    [on(2025, 10, 20, 1), '20 ноября 2025'],
  ])('names %d as %s', (at, words) => {
    expect(dayName(at, NOW)).toBe(words)
  })
})

describe('dayAndTime', () => {
  it('gives both in full', () => {
    expect(dayAndTime(on(2025, 5, 3, 14, 20))).toBe('3 июня 2025, 14:20')
  })
})
