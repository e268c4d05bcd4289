import { SECOND_MS } from '#shared/domain/time.ts'
import { createOutgoingQueue } from './createOutgoingQueue.ts'
import { isMessageStored } from './messages.ts'
import { outgoingStore } from './outgoingStore.ts'
import { writeOutgoing } from './writeOutgoing.ts'

const RETRY_MS = 5 * SECOND_MS

function untilRetry(): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer)
      window.removeEventListener('online', done)
      resolve()
    }
    const timer = setTimeout(done, RETRY_MS)
    window.addEventListener('online', done)
  })
}

/** What members write, on its way to the server: it survives a lost connection, a reload and a closed tab. */
export const outgoingQueue = createOutgoingQueue(outgoingStore, {
  async uploadFiles(message) {
    if (message.files.length > 0) await (await import('./attachments.ts')).uploadFiles(message)
  },
  write: writeOutgoing,
  isStored: (message) => isMessageStored(message, message.id),
  untilRetry,
})
