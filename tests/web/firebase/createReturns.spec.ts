import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { RETURN_LIMIT_MS, createReturns } from '#web/firebase/createReturns.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

describe('a document that has left the result', () => {
  it('is told of once it has not come back in time, and once', () => {
    const gone: string[] = []
    const returns = createReturns((id) => gone.push(id))
    returns.left('a')
    returns.left('a')
    vi.advanceTimersByTime(RETURN_LIMIT_MS - 1)
    expect(gone).toEqual([])
    vi.advanceTimersByTime(RETURN_LIMIT_MS)
    expect(gone).toEqual(['a'])
  })

  it('is not told of when it is back in time, or nobody listens any more', () => {
    const gone: string[] = []
    const returns = createReturns((id) => gone.push(id))
    returns.left('a')
    returns.seen('a')
    returns.left('b')
    returns.stop()
    vi.advanceTimersByTime(RETURN_LIMIT_MS)
    expect(gone).toEqual([])
  })
})
