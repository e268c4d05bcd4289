import { onScopeDispose, watch } from 'vue'
import { SECOND_MS } from '#shared/domain/time.ts'
import { untilRetry } from '#web/firebase/untilRetry.ts'

const FIRST_PAUSE_MS = 2 * SECOND_MS
const LONGEST_PAUSE_MS = 120 * SECOND_MS

/** Tries again by itself what has failed, after ever longer pauses and whenever the wire is back, until it has not. */
export function useRetry(hasFailed: () => boolean, again: () => Promise<unknown>): void {
  let round = 0
  onScopeDispose(() => round++)

  async function tryOn(own: number) {
    for (let pauseMs = FIRST_PAUSE_MS; ; pauseMs = Math.min(2 * pauseMs, LONGEST_PAUSE_MS)) {
      await untilRetry(pauseMs)
      if (own !== round || !hasFailed()) return
      await again()
    }
  }

  watch(hasFailed, (isSo) => {
    round++
    if (isSo) void tryOn(round)
  })
}
