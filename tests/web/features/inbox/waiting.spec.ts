import { describe, expect, it } from 'vitest'
import { DAY_MS, HOUR_MS, MINUTE_MS } from '#shared/domain/time.ts'
import { waitingFor } from '#web/features/inbox/waiting.ts'

const NOW = new Date(2026, 10, 20, 12).getTime()
const after = (ms: number) => waitingFor(NOW - ms, NOW)

describe('waitingFor', () => {
  it.each([
    [0, '1 мин'],
    [4 * MINUTE_MS, '4 мин'],
    [59 * MINUTE_MS + 59_000, '59 мин'],
    [HOUR_MS, '1 ч'],
    [23 * HOUR_MS, '23 ч'],
    [DAY_MS, '1 д'],
    [40 * DAY_MS, '40 д'],
  ])('says %d ms in short: %s', (ms, words) => {
    expect(after(ms).short).toBe(words)
  })

  it('counts in words for ears', () => {
    expect(after(MINUTE_MS).spoken).toBe('без ответа 1 минуту')
    expect(after(4 * MINUTE_MS).spoken).toBe('без ответа 4 минуты')
    expect(after(52 * MINUTE_MS).spoken).toBe('без ответа 52 минуты')
    expect(after(5 * HOUR_MS).spoken).toBe('без ответа 5 часов')
    expect(after(21 * DAY_MS).spoken).toBe('без ответа 21 день')
  })

  it('is late from half an hour on', () => {
    expect(after(30 * MINUTE_MS - 1).isLate).toBe(false)
    expect(after(30 * MINUTE_MS).isLate).toBe(true)
  })

  it('bears a clock that runs behind the server', () => {
    expect(after(-HOUR_MS)).toMatchObject({ short: '1 мин', isLate: false })
  })
})
