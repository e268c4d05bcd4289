import { describe, expect, it } from 'vitest'
import { HOUR_MS, MINUTE_MS } from '#shared/domain/time.ts'
import { lastSeen } from '#web/features/staff/lastSeen.ts'

const NOW = new Date(2026, 10, 22, 18, 0).getTime()

describe('last seen', () => {
  it('is never for who was not here yet', () => {
    expect(lastSeen(undefined, NOW)).toBe('Ни разу')
  })

  it('is now while the page tells of itself', () => {
    expect(lastSeen(NOW - 2 * MINUTE_MS, NOW)).toBe('Сейчас в системе')
  })

  it('counts minutes up to an hour', () => {
    expect(lastSeen(NOW - 12 * MINUTE_MS, NOW)).toBe('12 минут назад')
  })

  it('says the clock of today and the day before that', () => {
    expect(lastSeen(NOW - 3 * HOUR_MS, NOW)).toBe('Сегодня, 15:00')
    expect(lastSeen(new Date(2026, 10, 14, 9, 0).getTime(), NOW)).toMatch(/^14 нояб/)
  })

  it('says the year when it is long ago', () => {
    expect(lastSeen(new Date(2025, 2, 3).getTime(), NOW)).toContain('2025')
  })
})
