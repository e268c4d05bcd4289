import { onSnapshot } from 'firebase/firestore'
import type { DocumentChange, Query } from 'firebase/firestore'
import { noteServerHeard } from './liveness.ts'

const FIRST_DELAY_MS = 1000
const LONGEST_DELAY_MS = 30_000

export interface FeedOptions {
  /** Asked anew for every subscription, so that its anchor can move on. */
  query(): Query
  onChanges(changes: readonly DocumentChange[], size: number): void
}

export interface Feed {
  /** Opens a new listener and lets go of the former once the new one has answered. */
  renew(): void
  stop(): void
}

/** One listener that is never given up: refused or broken, it is opened again with growing delay. */
export function liveFeed(options: FeedOptions): Feed {
  const open = new Set<() => void>()
  let delayMs = FIRST_DELAY_MS
  let retry: ReturnType<typeof setTimeout> | undefined

  function listen() {
    const former = [...open]
    const close = onSnapshot(
      options.query(),
      (snapshot) => {
        if (!snapshot.metadata.fromCache) noteServerHeard()
        delayMs = FIRST_DELAY_MS
        for (const end of former.splice(0)) letGo(end)
        options.onChanges(snapshot.docChanges(), snapshot.size)
      },
      () => {
        open.delete(close)
        tryAgain()
      },
    )
    open.add(close)
  }

  function letGo(end: () => void) {
    end()
    open.delete(end)
  }

  function tryAgain() {
    clearTimeout(retry)
    retry = setTimeout(listen, delayMs)
    delayMs = Math.min(delayMs * 2, LONGEST_DELAY_MS)
  }

  listen()
  return {
    renew: listen,
    stop() {
      clearTimeout(retry)
      for (const end of [...open]) letGo(end)
    },
  }
}
