import { onSnapshot } from 'firebase/firestore'
import type { Query, QuerySnapshot } from 'firebase/firestore'
import { createHearing } from './createHearing.ts'
import { noteServerHeard } from './liveness.ts'

const FIRST_DELAY_MS = 1000
const LONGEST_DELAY_MS = 30_000

export interface FeedOptions {
  query(): Query
  /**
   * Comes at changes, and when the server vouches for what is known already or a break begins: then without any.
   * Before the server `hasAnswered` there is only what other listeners happen to hold.
   */
  onSnapshot(snapshot: QuerySnapshot, hasAnswered: boolean): void
}

export interface Feed {
  stop(): void
}

/** One listener that is never given up: refused or broken, it is opened again with growing delay. */
export function liveFeed(options: FeedOptions): Feed {
  let close: () => void
  let delayMs = FIRST_DELAY_MS
  let retry: ReturnType<typeof setTimeout> | undefined

  function listen() {
    const isWordOfServer = createHearing()
    let hasAnswered = false
    close = onSnapshot(
      options.query(),
      { includeMetadataChanges: true },
      (snapshot) => {
        if (isWordOfServer(snapshot)) noteServerHeard()
        delayMs = FIRST_DELAY_MS
        hasAnswered ||= !snapshot.metadata.fromCache
        options.onSnapshot(snapshot, hasAnswered)
      },
      tryAgain,
    )
  }

  function tryAgain() {
    retry = setTimeout(listen, delayMs)
    delayMs = Math.min(delayMs * 2, LONGEST_DELAY_MS)
  }

  listen()
  return {
    stop() {
      clearTimeout(retry)
      close()
    },
  }
}
