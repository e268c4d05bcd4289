import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import {
  CATCH_UP_LIMIT_MS,
  CATCH_UP_PAUSE_MS,
  LATENESS_MS,
  createCatchUp,
} from '#web/firebase/createCatchUp.ts'

const ANCHOR = 1_000_000

/** A feed whose gets are answered, or refused, when the test says so. */
function aFeed() {
  const asked: { since: number; answer: () => void; refuse: () => void }[] = []
  const catchUp = createCatchUp({
    anchor: ANCHOR,
    fetchSince: (since) =>
      new Promise((resolve, reject) => {
        asked.push({
          since,
          answer: resolve,
          refuse: () => {
            reject(new Error('offline'))
          },
        })
      }),
  })
  return { catchUp, asked, sinces: () => asked.map(({ since }) => since) }
}

describe('catching up', () => {
  beforeEach(() => {
    vi.useFakeTimers()
  })
  afterEach(() => {
    vi.useRealTimers()
  })

  it('a window that holds all there is asks for nothing', () => {
    const { catchUp, sinces } = aFeed()
    catchUp.look({ newestAt: ANCHOR + 90_000, oldestAt: 0 })
    expect(sinces()).toEqual([])
  })

  it('a window that joins on to the one before asks for nothing', () => {
    const { catchUp, sinces } = aFeed()
    catchUp.look({ newestAt: ANCHOR + 60_000, oldestAt: 0 })
    catchUp.look({ newestAt: ANCHOR + 61_000, oldestAt: ANCHOR + 60_000 - LATENESS_MS })
    expect(sinces()).toEqual([])
  })

  it('a window that was outrun has the gap fetched, late commits included', () => {
    const { catchUp, sinces } = aFeed()
    catchUp.look({ newestAt: ANCHOR + 60_000, oldestAt: 0 })
    catchUp.look({ newestAt: ANCHOR + 90_000, oldestAt: ANCHOR + 80_000 })
    expect(sinces()).toEqual([ANCHOR + 60_000 - LATENESS_MS])
  })

  it('what comes while the gap is being fetched is judged afterwards, from where the gap ended', async () => {
    const { catchUp, asked, sinces } = aFeed()
    catchUp.look({ newestAt: ANCHOR + 90_000, oldestAt: ANCHOR + 80_000 })
    catchUp.look({ newestAt: ANCHOR + 120_000, oldestAt: ANCHOR + 110_000 })
    expect(sinces()).toHaveLength(1)
    asked[0]?.answer()
    await vi.advanceTimersByTimeAsync(CATCH_UP_PAUSE_MS)
    expect(sinces()).toEqual([ANCHOR - LATENESS_MS, ANCHOR + 90_000 - LATENESS_MS])
  })

  it('a get that is never answered is given up, and the gap asked for again', async () => {
    const { catchUp, sinces } = aFeed()
    catchUp.look({ newestAt: ANCHOR + 90_000, oldestAt: ANCHOR + 80_000 })
    await vi.advanceTimersByTimeAsync(CATCH_UP_LIMIT_MS + CATCH_UP_PAUSE_MS)
    expect(sinces()).toEqual([ANCHOR - LATENESS_MS, ANCHOR - LATENESS_MS])
  })

  it('once caught up it rests', async () => {
    const { catchUp, asked, sinces } = aFeed()
    catchUp.look({ newestAt: ANCHOR + 90_000, oldestAt: ANCHOR + 80_000 })
    catchUp.look({ newestAt: ANCHOR + 91_000, oldestAt: ANCHOR + 85_000 })
    asked[0]?.answer()
    await vi.advanceTimersByTimeAsync(10 * CATCH_UP_PAUSE_MS)
    expect(sinces()).toHaveLength(1)
  })

  it('a refused get is tried again after the pause', async () => {
    const { catchUp, asked, sinces } = aFeed()
    catchUp.look({ newestAt: ANCHOR + 90_000, oldestAt: ANCHOR + 80_000 })
    asked[0]?.refuse()
    await vi.advanceTimersByTimeAsync(CATCH_UP_PAUSE_MS)
    expect(sinces()).toEqual([ANCHOR - LATENESS_MS, ANCHOR - LATENESS_MS])
  })

  it('stopped, it asks no more', async () => {
    const { catchUp, asked, sinces } = aFeed()
    catchUp.look({ newestAt: ANCHOR + 90_000, oldestAt: ANCHOR + 80_000 })
    catchUp.stop()
    asked[0]?.refuse()
    await vi.advanceTimersByTimeAsync(10 * CATCH_UP_PAUSE_MS)
    expect(sinces()).toHaveLength(1)
  })
})
