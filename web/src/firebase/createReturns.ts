import { SECOND_MS } from '#shared/domain/time.ts'

/**
 * Between the server's word that a write of ours is done and the same document coming through the listener,
 * the SDK's memory cache drops it: it leaves the result and comes back at once.
 */
export const RETURN_LIMIT_MS = 3 * SECOND_MS

export interface Returns {
  /** It is in the result, again or still. */
  seen(id: string): void
  /** It has left the result. */
  left(id: string): void
  stop(): void
}

/** Tells of a document that has left a listener's result only when it has not come back in time. */
export function createReturns(onGone: (id: string) => void): Returns {
  const timers = new Map<string, ReturnType<typeof setTimeout>>()

  function seen(id: string) {
    clearTimeout(timers.get(id))
    timers.delete(id)
  }

  return {
    seen,
    left(id) {
      seen(id)
      const timer = setTimeout(() => {
        seen(id)
        onGone(id)
      }, RETURN_LIMIT_MS)
      timers.set(id, timer)
    },
    stop() {
      for (const id of [...timers.keys()]) seen(id)
    },
  }
}
