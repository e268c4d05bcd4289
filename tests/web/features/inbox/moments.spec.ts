import { describe, expect, it } from 'vitest'
import { clockTime, dayAndTime, dayName, dayOf, ownTimeTip, rowTime } from '#web/features/inbox/moments.ts'
import { OWN_ZONE } from '#web/ui/zonedTime.ts'

const MOSCOW = 'Europe/Moscow'
/** By the clock in Moscow. */
const on = (year: number, month: number, day: number, hour = 0, minute = 0) =>
  Date.UTC(year, month, day, hour - 3, minute)
const NOW = on(2026, 10, 20, 12, 40)

describe('rowTime', () => {
  it.each([
    [on(2026, 10, 20, 0, 5), '00:05'],
    [on(2026, 10, 20, 12, 34), '12:34'],
    [on(2026, 10, 19, 23, 59), 'Вчера'],
    [on(2025, 10, 14), '14.11.2025'],
  ])('names %d as %s', (at, words) => {
    expect(rowTime(at, NOW, MOSCOW)).toBe(words)
  })

  it('names a day of this year by day and three letters of the month', () => {
    const months = Array.from({ length: 11 }, (_, month) => rowTime(on(2026, month, 14), NOW, MOSCOW))
    expect(months.map((words) => words.replace('14 ', '')).join(' ')).toBe(
      'янв фев мар апр мая июн июл авг сен окт ноя',
    )
  })

  it.each([
    ['Europe/Moscow', '12:40'],
    ['Asia/Vladivostok', '19:40'],
    ['America/New_York', '04:40'],
  ])('shows the clock in %s', (timeZone, words) => {
    expect(rowTime(NOW, NOW, timeZone)).toBe(words)
  })

  it('calls yesterday what is yesterday where the company lives', () => {
    const evening = Date.UTC(2026, 10, 20, 13, 30)
    const now = Date.UTC(2026, 10, 20, 15)
    expect(rowTime(evening, now, 'Asia/Vladivostok')).toBe('Вчера')
    expect(rowTime(evening, now, MOSCOW)).toBe('16:30')
  })

  it('tells the year by the zone’s own new year', () => {
    const newYear = Date.UTC(2026, 11, 31, 22)
    expect(rowTime(newYear, Date.UTC(2027, 2, 1), MOSCOW)).toBe('1 янв')
    expect(rowTime(newYear, Date.UTC(2027, 2, 1), 'Europe/London')).toBe('31.12.2026')
  })
})

describe('dayName', () => {
  it.each([
    [on(2026, 10, 20, 1), 'Сегодня'],
    [on(2026, 10, 19, 1), 'Вчера'],
    [on(2026, 10, 18, 1), '18 ноября'],
    [on(2025, 10, 20, 1), '20 ноября 2025'],
  ])('names %d as %s', (at, words) => {
    expect(dayName(at, NOW, MOSCOW)).toBe(words)
  })
})

describe('dayOf', () => {
  it('grows by one over a day of twenty-three hours and over one of twenty-five', () => {
    const noons = [28, 29].map((day) => dayOf(Date.UTC(2026, 2, day, 11), 'Europe/Berlin'))
    expect(noons[1]).toBe((noons[0] ?? 0) + 1)
    const before = dayOf(Date.UTC(2026, 9, 24, 22, 30), 'Europe/Berlin')
    expect(dayOf(Date.UTC(2026, 9, 25, 22, 59), 'Europe/Berlin')).toBe(before)
    expect(dayOf(Date.UTC(2026, 9, 25, 23), 'Europe/Berlin')).toBe(before + 1)
  })
})

describe('dayAndTime', () => {
  it('gives both in full', () => {
    expect(dayAndTime(on(2025, 5, 3, 14, 20), MOSCOW)).toBe('3 июня 2025, 14:20')
  })
})

describe('what tells of another clock', () => {
  it('is silent where both show the same', () => {
    expect(ownTimeTip(NOW, OWN_ZONE)).toBeUndefined()
  })

  it('names the company’s zone and the time here', () => {
    const tip = ownTimeTip(NOW, 'Pacific/Kiritimati')
    expect(tip).toContain('По времени компании (о-ва Лайн). У вас')
    expect(tip).toContain(clockTime(NOW, OWN_ZONE))
  })
})
