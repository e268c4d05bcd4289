import { watch } from 'vue'
import { SECOND_MS } from '#shared/domain/time.ts'
import { connection } from './connection.ts'

const RETRY_MS = 5 * SECOND_MS

/** Until it makes sense to try again what has failed: for a pause, and no longer than until the wire is back. */
export function untilRetry(pauseMs = RETRY_MS): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer)
      unwatch()
      window.removeEventListener('online', done)
      resolve()
    }
    const timer = setTimeout(done, pauseMs)
    const unwatch = watch(connection, (now) => {
      if (now === 'restored') done()
    })
    window.addEventListener('online', done)
  })
}
