import { describe, expect, it } from 'vitest'
import { isSameClock, momentOf, wallClock } from '#web/ui/zonedTime.ts'

const NOON = Date.UTC(2026, 10, 20, 12)

describe('a clock on the wall', () => {
  it.each([
    ['Europe/Moscow', '2026-11-20', '15:00'],
    ['Asia/Vladivostok', '2026-11-20', '22:00'],
    ['America/St_Johns', '2026-11-20', '08:30'],
    ['Pacific/Kiritimati', '2026-11-21', '02:00'],
  ])('in %s shows %s %s at noon UTC', (timeZone, date, time) => {
    expect(wallClock(NOON, timeZone)).toEqual({ date, time })
    expect(momentOf({ date, time }, timeZone)).toBe(NOON)
  })

  it('is read on either side of a change to summer time', () => {
    const berlin = (time: string) => momentOf({ date: '2027-03-28', time }, 'Europe/Berlin')
    expect(berlin('01:30')).toBe(Date.UTC(2027, 2, 28, 0, 30))
    expect(berlin('03:30')).toBe(Date.UTC(2027, 2, 28, 1, 30))
    expect(wallClock(berlin('02:30'), 'Europe/Berlin').time).toBe('03:30')
  })

  it('shows nothing for what is no time', () => {
    expect(momentOf({ date: '', time: '09:00' }, 'Europe/Moscow')).toBeNaN()
  })

  it('is the same in two zones of one offset', () => {
    expect(isSameClock(NOON, 'Europe/Moscow', 'Europe/Minsk')).toBe(true)
    expect(isSameClock(NOON, 'Europe/Moscow', 'Asia/Omsk')).toBe(false)
  })
})
