import { describe, expect, it } from 'vitest'
import { HOUR_MS, MINUTE_MS } from '#shared/domain/time.ts'
import { lastSeen } from '#web/features/staff/lastSeen.ts'

const HERE = new Intl.DateTimeFormat().resolvedOptions().timeZone
const NOW = new Date(2026, 10, 22, 18, 0).getTime()

describe('last seen', () => {
  it('is never for who was not here yet', () => {
    expect(lastSeen(undefined, NOW, HERE)).toBe('Ни разу')
  })

  it('is now while the page tells of itself', () => {
    expect(lastSeen(NOW - 2 * MINUTE_MS, NOW, HERE)).toBe('Сейчас в системе')
  })

  it('counts minutes up to an hour', () => {
    expect(lastSeen(NOW - 12 * MINUTE_MS, NOW, HERE)).toBe('12 минут назад')
  })

  it('says the clock of today and the day before that', () => {
    expect(lastSeen(NOW - 3 * HOUR_MS, NOW, HERE)).toBe('Сегодня, 15:00')
    expect(lastSeen(new Date(2026, 10, 14, 9, 0).getTime(), NOW, HERE)).toMatch(/^14 нояб/)
  })

  it('says the year when it is long ago', () => {
    expect(lastSeen(new Date(2025, 2, 3).getTime(), NOW, HERE)).toContain('2025')
  })

  it('is of today or of another day by the company’s clock', () => {
    const now = Date.UTC(2026, 10, 22, 22, 0)
    expect(lastSeen(now - 3 * HOUR_MS, now, 'UTC')).toBe('Сегодня, 19:00')
    expect(lastSeen(now - 3 * HOUR_MS, now, 'Europe/Moscow')).toMatch(/^22 нояб/)
  })
})
