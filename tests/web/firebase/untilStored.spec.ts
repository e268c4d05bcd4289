import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { SLOW_AFTER_MS, untilStored } from '#web/firebase/untilStored.ts'

function asksOnLeaving(): boolean {
  const event = new Event('beforeunload', { cancelable: true })
  window.dispatchEvent(event)
  return event.defaultPrevented
}

function aChange() {
  let store = () => {}
  let refuse: (problem: Error) => void = () => {}
  const change = new Promise<void>((resolve, reject) => {
    store = resolve
    refuse = reject
  })
  return { change, store, refuse }
}

describe('a change that is on its way', () => {
  beforeEach(() => {
    vi.useFakeTimers()
  })
  afterEach(() => {
    vi.useRealTimers()
  })

  it('asks nobody while it is quick', async () => {
    const { change, store } = aChange()
    const stored = untilStored(change)
    vi.advanceTimersByTime(SLOW_AFTER_MS - 1)
    expect(asksOnLeaving()).toBe(false)
    store()
    await stored
    vi.advanceTimersByTime(SLOW_AFTER_MS)
    expect(asksOnLeaving()).toBe(false)
  })

  it('asks who leaves before the last of several is stored', async () => {
    const first = aChange()
    const second = aChange()
    const stored = [untilStored(first.change), untilStored(second.change)]
    vi.advanceTimersByTime(SLOW_AFTER_MS)
    expect(asksOnLeaving()).toBe(true)
    first.store()
    await stored[0]
    expect(asksOnLeaving()).toBe(true)
    second.store()
    await stored[1]
    expect(asksOnLeaving()).toBe(false)
  })

  it('that is refused says so, and asks no more', async () => {
    const { change, refuse } = aChange()
    const stored = untilStored(change)
    vi.advanceTimersByTime(SLOW_AFTER_MS)
    refuse(new Error('refused'))
    await expect(stored).rejects.toThrow('refused')
    expect(asksOnLeaving()).toBe(false)
  })
})
