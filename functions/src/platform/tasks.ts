import { getFunctions } from 'firebase-admin/functions'
import { app } from './app.ts'
import { REGION } from './config.ts'

export interface DeliverLater {
  readonly companyId: string
  readonly entryId: string
}

/** Puts an outbox entry on the queue for a later moment. Queues may be early: the handler checks whether it is due. */
export async function deliverLaterAt(entry: DeliverLater, at: number): Promise<void> {
  const queue = getFunctions(app()).taskQueue<DeliverLater>(`locations/${REGION}/functions/deliverLater`)
  await queue.enqueue(entry, { scheduleTime: new Date(at) })
}
