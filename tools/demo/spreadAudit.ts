import { Timestamp } from 'firebase-admin/firestore'
import type { CompanyId } from '#shared/domain/ids.ts'
import { DAY_MS, MINUTE_MS } from '#shared/domain/time.ts'
import { collectionPath } from '#shared/firestore/collections.ts'
import { database } from './documents.ts'

/** What was set up within seconds happened, for who looks at it, over the past month, in the same order. */
export async function spreadAudit(companyId: CompanyId, now: number): Promise<void> {
  const { docs } = await database().collection(collectionPath('audit', { companyId })).orderBy('at').get()
  const month = 30 * DAY_MS
  for (const [at, { ref }] of docs.entries()) {
    const hour = ((at * 7) % 11) * 53 * MINUTE_MS
    await ref.update({
      at: Timestamp.fromMillis(now - month + Math.floor((month * at) / docs.length) + hour),
    })
  }
}
