import { logger } from 'firebase-functions'
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

/**
 * The attempt came to nothing yet: the entry keeps its place at the head of its lane until `at`. Gives whether it was
 * this attempt's to put off.
 */
export function delayEntry(atHand: EntryAtHand, at: number, reason: string): Promise<boolean> {
  return transaction(async (unit) => {
    const { companyId, entryId } = atHand
    if (!isHeld(await unit.get('outbox', { companyId, entryId }), atHand)) return false
    delay(unit, atHand, at, reason)
    return true
  })
}

/** Whether the attempt still holds the entry as it is stored: one that took longer than its lease has been replaced. */
export function isHeld(
  known: OutboxEntry | undefined,
  { companyId, entryId, entry }: EntryAtHand,
): known is OutboxEntry {
  const holds = known !== undefined && known.leaseUntilAt === entry.leaseUntilAt
  if (!holds) logger.warn('an attempt outlived its lease', { companyId, entryId })
  return holds
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
