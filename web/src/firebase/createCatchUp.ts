import { SECOND_MS } from '#shared/domain/time.ts'
import { withinLimit } from './withinLimit.ts'

/**
 * A commit may be heard this much later than its own timestamp says: the server stamps it while it is being
 * processed, a hundred times faster than this.
 */
export const LATENESS_MS = 2 * SECOND_MS

/** Under a flood the gets come at most this often. */
export const CATCH_UP_PAUSE_MS = 2 * SECOND_MS

/** A get may wait for a dead wire without end: after this it counts as failed. */
export const CATCH_UP_LIMIT_MS = 30 * SECOND_MS

/** How far back a window of the newest changes reaches; `oldestAt` 0 when it holds all there are. */
export interface Reach {
  readonly newestAt: number
  readonly oldestAt: number
}

export interface CatchUpOptions {
  /** Everything up to here is known. */
  readonly anchor: number
  /** Reads and hands over whatever changed at or after a moment. */
  fetchSince(since: number): Promise<void>
}

/** Watches that each window joins on to what is known already, and fetches what lies between when one does not. */
export function createCatchUp({ anchor, fetchSince }: CatchUpOptions) {
  let knownUpTo = anchor
  let latest: Reach = { newestAt: anchor, oldestAt: 0 }
  let isBusy = false
  let isOver = false
  let pause: ReturnType<typeof setTimeout> | undefined

  function judge() {
    if (latest.oldestAt <= knownUpTo - LATENESS_MS) knownUpTo = Math.max(knownUpTo, latest.newestAt)
    else void fetchGap()
  }

  async function fetchGap() {
    isBusy = true
    const upTo = latest.newestAt
    try {
      await withinLimit(fetchSince(knownUpTo - LATENESS_MS), CATCH_UP_LIMIT_MS)
      knownUpTo = Math.max(knownUpTo, upTo)
    } catch {
      // Offline, most likely: still behind, so it is tried again after the pause.
    }
    if (!isOver) pause = setTimeout(goOn, CATCH_UP_PAUSE_MS)
  }

  function goOn() {
    isBusy = false
    judge()
  }

  return {
    /** Takes the reach of every window the server has vouched for. */
    look(reach: Reach) {
      latest = reach
      if (!isBusy) judge()
    },
    stop() {
      isOver = true
      clearTimeout(pause)
    },
  }
}
