import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { frameBatch } from '#web/firebase/frameBatch.ts'

describe('what comes within a frame', () => {
  const handed: (readonly number[])[] = []
  const pass = frameBatch<number>((items) => handed.push(items))

  beforeEach(() => {
    vi.useFakeTimers()
    handed.length = 0
  })
  afterEach(() => {
    vi.runAllTimers()
    vi.unstubAllGlobals()
    vi.useRealTimers()
  })

  it('is handed over at once when it is alone', () => {
    pass([1])
    expect(handed).toEqual([[1]])
  })

  it('is gathered when there is more', () => {
    for (const item of [1, 2, 3]) pass([item])
    vi.advanceTimersToNextFrame()
    expect(handed).toEqual([[1], [2, 3]])
  })

  it('is handed over although the page is hidden before its next frame', () => {
    vi.stubGlobal('requestAnimationFrame', () => 0)
    for (const item of [1, 2]) pass([item])
    vi.advanceTimersByTime(150)
    pass([3])
    vi.advanceTimersByTime(150)
    expect(handed).toEqual([[1], [2], [3]])
  })
})
