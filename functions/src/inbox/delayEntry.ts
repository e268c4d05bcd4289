import type { CompanyId, OutboxEntryId } from '#shared/domain/ids.ts'
import type { Delivery } from '#shared/domain/message.ts'
import type { OutboxEntry } from '#shared/domain/outboxEntry.ts'
import { commitTime, removed } from '#functions/store/firestore.ts'
import { transaction } from '#functions/store/store.ts'
import type { StoreTransaction } from '#functions/store/store.ts'

export interface EntryAtHand {
  readonly companyId: CompanyId
  readonly entryId: OutboxEntryId
  readonly entry: OutboxEntry
}

/** The attempt came to nothing yet: the entry keeps its place at the head of its lane until `at`. */
export function delayEntry(atHand: EntryAtHand, at: number, reason: string): Promise<void> {
  return transaction((unit) => {
    delay(unit, atHand, at, reason)
    return Promise.resolve()
  })
}

/** The same, as a part of what is being written. */
export function delay(
  unit: StoreTransaction,
  { companyId, entryId, entry }: EntryAtHand,
  at: number,
  reason: string,
): void {
  const { conversationId, messageId } = entry
  unit.update(['outbox', { companyId, entryId }], {
    state: 'delayed',
    nextAttemptAt: at,
    leaseUntilAt: removed(),
  })
  if (entry.target !== 'channel') return
  const delivery: Delivery = { status: 'queued', reason }
  unit.update(['messages', { companyId, conversationId, messageId }], { delivery, updatedAt: commitTime() })
}
