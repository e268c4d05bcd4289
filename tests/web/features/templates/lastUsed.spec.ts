import { describe, expect, it } from 'vitest'
import { HOUR_MS, MINUTE_MS } from '#shared/domain/time.ts'
import { lastUsed } from '#web/features/templates/lastUsed.ts'

const HERE = new Intl.DateTimeFormat().resolvedOptions().timeZone
const NOW = new Date(2026, 10, 22, 18, 0).getTime()

describe('when a template was used last', () => {
  it('is not yet for a new one', () => {
    expect(lastUsed(null, NOW, HERE)).toBe('Ещё не отправляли')
  })

  it('is just now within a minute, then counted in minutes', () => {
    expect(lastUsed(NOW - 30_000, NOW, HERE)).toBe('Только что')
    expect(lastUsed(NOW - 12 * MINUTE_MS, NOW, HERE)).toBe('12 минут назад')
  })

  it('is a clock time today and a day before that', () => {
    expect(lastUsed(NOW - 3 * HOUR_MS, NOW, HERE)).toBe('Сегодня, 15:00')
    expect(lastUsed(new Date(2026, 10, 14, 9, 0).getTime(), NOW, HERE)).toMatch(/^14 нояб/)
  })

  it('names the year when it is long ago', () => {
    expect(lastUsed(new Date(2025, 2, 3).getTime(), NOW, HERE)).toContain('2025')
  })
})
