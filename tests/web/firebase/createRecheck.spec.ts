import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { SETTLED_AFTER_MS, recheckAfterOpening } from '#web/firebase/createRecheck.ts'

describe('a listener on the emulator', () => {
  const sinces: number[] = []
  const recheck = () =>
    recheckAfterOpening((since) => {
      sinces.push(since)
      return Promise.reject(new Error('offline'))
    })

  beforeEach(() => {
    sinces.length = 0
    vi.useFakeTimers()
  })
  afterEach(() => {
    vi.useRealTimers()
  })

  it('is asked once more a moment after its opening, from where something may be missing', async () => {
    const { look } = recheck()
    look(false, 0)
    look(true, 100)
    look(true, 200)
    await vi.advanceTimersByTimeAsync(SETTLED_AFTER_MS - 1)
    expect(sinces).toEqual([])
    await vi.advanceTimersByTimeAsync(1)
    expect(sinces).toEqual([100])
  })

  it('is asked again when it was opened again', async () => {
    const { look } = recheck()
    look(true, 100)
    await vi.advanceTimersByTimeAsync(SETTLED_AFTER_MS)
    look(false, 100)
    look(true, 300)
    await vi.advanceTimersByTimeAsync(SETTLED_AFTER_MS)
    expect(sinces).toEqual([100, 300])
  })

  it('is left alone once it is closed', async () => {
    const { look, stop } = recheck()
    look(true, 100)
    stop()
    await vi.advanceTimersByTimeAsync(SETTLED_AFTER_MS)
    expect(sinces).toEqual([])
  })
})
