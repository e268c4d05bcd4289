import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { everyMinute } from '#tools/stack/everyMinute.ts'

const MINUTE_MS = 60_000

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

describe('everyMinute', () => {
  it('runs each minute, also after a failure, until it is stopped', async () => {
    const failures: unknown[] = []
    let runs = 0
    const repeating = everyMinute(
      () => Promise.reject(new Error(`run ${String(++runs)}`)),
      (error) => failures.push(error),
    )
    await vi.advanceTimersByTimeAsync(2 * MINUTE_MS)
    await repeating.stop()
    await vi.advanceTimersByTimeAsync(2 * MINUTE_MS)
    expect(runs).toBe(2)
    expect(failures).toHaveLength(2)
  })

  it('does not overlap a run that takes long', async () => {
    let running = 0
    const most: number[] = []
    const repeating = everyMinute(
      async () => {
        most.push(++running)
        await new Promise((done) => setTimeout(done, 3 * MINUTE_MS))
        running--
      },
      () => undefined,
    )
    await vi.advanceTimersByTimeAsync(9 * MINUTE_MS)
    expect(Math.max(...most)).toBe(1)
    await Promise.all([repeating.stop(), vi.advanceTimersByTimeAsync(3 * MINUTE_MS)])
  })
})
