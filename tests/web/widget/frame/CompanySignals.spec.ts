import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { CompanySignals } from '../../../../web/widget/frame/CompanySignals.ts'

let signals: CompanySignals
let changes: boolean[]

beforeEach(() => {
  vi.useFakeTimers()
  changes = []
  signals = new CompanySignals(() => changes.push(signals.isTyping))
})
afterEach(() => {
  vi.useRealTimers()
})

describe('somebody who types', () => {
  it('is not seen in what was told before we listened', () => {
    signals.take('typing', 100)
    expect(signals.isTyping).toBe(false)
  })

  it('is seen from the first news on, and no longer than a few seconds', () => {
    signals.take('typing', 0)
    signals.take('typing', 100)
    expect(signals.isTyping).toBe(true)
    vi.advanceTimersByTime(7000)
    expect(signals.isTyping).toBe(false)
    expect(changes).toEqual([false, true, false])
  })

  it('is seen on while more is told', () => {
    signals.take('typing', 0)
    signals.take('typing', 100)
    vi.advanceTimersByTime(5000)
    signals.take('typing', 5100)
    vi.advanceTimersByTime(5000)
    expect(signals.isTyping).toBe(true)
  })

  it('is seen no more once the answer is here', () => {
    signals.take('typing', 0)
    signals.take('typing', 100)
    signals.answered()
    expect(signals.isTyping).toBe(false)
  })
})

describe('a read mark', () => {
  it('never goes back', () => {
    signals.take('read', 200)
    signals.take('read', 100)
    expect(signals.readUpToAt).toBe(200)
  })
})
