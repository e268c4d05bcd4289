import type { CompanyId, OutboxEntryId } from '#shared/domain/ids.ts'
import type { OutboxEntry } from '#shared/domain/outboxEntry.ts'
import { OUTBOX_EXPIRY_MS } from '#shared/domain/outboxEntry.ts'
import { HOUR_MS, SECOND_MS } from '#shared/domain/time.ts'
import { removed } from '#functions/store/firestore.ts'
import { transaction } from '#functions/store/store.ts'
import type { StoreTransaction } from '#functions/store/store.ts'
import { delay } from './delayEntry.ts'
import { readReply, showAsReplied } from './showAsReplied.ts'
import type { Reply } from './showAsReplied.ts'
import { takeSlot } from './takeSlot.ts'

/** An attempt begins no request that could end after this: a picture refused and sent as a document is within it. */
export const ATTEMPT_MAX_MS = 150 * SECOND_MS
/** Longer than any attempt. */
const LEASE_MS = 180 * SECOND_MS
/** The head's end takes up those behind it; this is for a lane that had to heal. */
const BEHIND_MS = HOUR_MS

/**
 * What a claim found:
 * - `claimed` go ahead, with the `reply` that was read for a first attempt; `expired`, `crashed` settle it without
 *   sending (a crash may have sent)
 * - `behind` another entry of the lane comes first: `headId`
 * - `paced` the member or the company has sent much: put off until `at` just now
 * - `toAssign` there is nothing to send: it needs no lane and no lease
 * - `notDue` put off until `at` before; `busy` somebody is at it; `gone` finished
 */
export type Claim =
  | {
      readonly outcome: 'claimed' | 'crashed'
      readonly entry: OutboxEntry
      readonly reply: Reply | undefined
    }
  | { readonly outcome: 'expired'; readonly entry: OutboxEntry }
  | { readonly outcome: 'toAssign'; readonly entry: OutboxEntry }
  | { readonly outcome: 'behind'; readonly headId: OutboxEntryId }
  | { readonly outcome: 'notDue' | 'paced'; readonly at: number }
  | { readonly outcome: 'busy' | 'gone' }

/** Messages of a conversation leave in order; files of one message do not hold up those of another. */
export function laneIdOf(entry: Pick<OutboxEntry, 'target' | 'conversationId' | 'messageId'>): string {
  return entry.target === 'channel' ? entry.conversationId : `media_${entry.messageId}`
}

/** Takes an entry for one attempt under a lease, if its turn has come. */
export function claimEntry(companyId: CompanyId, entryId: OutboxEntryId, now: number): Promise<Claim> {
  return transaction(async (unit): Promise<Claim> => {
    const entry = await unit.get('outbox', { companyId, entryId })
    if (!entry) return { outcome: 'gone' }
    if (entry.target === 'assignment') return { outcome: 'toAssign', entry }
    if (entry.state === 'sending' && (entry.leaseUntilAt ?? 0) > now) return { outcome: 'busy' }
    if (entry.state === 'delayed' && (entry.nextAttemptAt ?? 0) > now)
      return { outcome: 'notDue', at: entry.nextAttemptAt ?? 0 }

    const entryIds = await queueUp(unit, companyId, entryId, entry)
    const [headId = entryId] = entryIds
    const isCrashed = entry.state === 'sending'
    const mayBeSent = isCrashed && entry.target === 'channel'
    const isExpired = now - entry.createdAt > OUTBOX_EXPIRY_MS && !mayBeSent
    const isReady = headId === entryId && !isExpired
    const reply = isReady && isFirstAttempt(entry) ? await readReply(unit, companyId, entry) : undefined
    const at = isReady && isNewReply(entry) ? await takeSlot(unit, companyId, entryId, entry, now) : now
    unit.set(['outboxLanes', { companyId, laneId: laneIdOf(entry) }], { entryIds, updatedAt: now })
    if (headId !== entryId) {
      stepBehind(unit, companyId, entryId, entry, now)
      return { outcome: 'behind', headId }
    }
    if (isExpired) return { outcome: 'expired', entry }
    if (at > now) {
      delay(unit, { companyId, entryId, entry }, at, 'paced')
      return { outcome: 'paced', at }
    }
    if (reply) showAsReplied(unit, companyId, entry, reply)
    const leased = takeLease(unit, companyId, entryId, entry, now)
    return { outcome: isCrashed ? 'crashed' : 'claimed', entry: leased, reply }
  })
}

/** Counted at its first turn alone: what was put off, for whatever reason, has been counted then. */
function isNewReply({ target, state }: OutboxEntry): boolean {
  return target === 'channel' && (state === 'queued' || state === 'behind')
}

/** An attempt is counted in the commit that shows the reply: the one without the other cannot be. */
function isFirstAttempt({ target, attempts }: OutboxEntry): boolean {
  return target === 'channel' && attempts === 0
}

/** One that was put off, or whose process died, stays what it is: what has become of it must not be forgotten. */
function stepBehind(
  unit: StoreTransaction,
  companyId: CompanyId,
  entryId: OutboxEntryId,
  { state }: OutboxEntry,
  now: number,
): void {
  if (state !== 'queued' && state !== 'behind') return
  unit.update(['outbox', { companyId, entryId }], { state: 'behind', nextAttemptAt: now + BEHIND_MS })
}

/**
 * The lane with this entry in its place. The entry its writer made just before may not have been
 * heard of yet (triggers come in any order): then it goes first.
 */
async function queueUp(
  unit: StoreTransaction,
  companyId: CompanyId,
  entryId: OutboxEntryId,
  entry: OutboxEntry,
): Promise<OutboxEntryId[]> {
  const lane = await unit.get('outboxLanes', { companyId, laneId: laneIdOf(entry) })
  const known = lane?.entryIds ?? []
  const entryIds = known.includes(entryId) ? known : [...known, entryId]
  const { afterEntryId } = entry
  if (afterEntryId === '' || entryIds.includes(afterEntryId))
    return withoutFinishedHead(unit, companyId, entryIds, entryId)
  const after = await unit.get('outbox', { companyId, entryId: afterEntryId })
  if (!after || laneIdOf(after) !== laneIdOf(entry))
    return withoutFinishedHead(unit, companyId, entryIds, entryId)
  return entryIds.flatMap((id) => (id === entryId ? [afterEntryId, id] : [id]))
}

/** A lane heals itself: a head that no longer exists makes way. */
async function withoutFinishedHead(
  unit: StoreTransaction,
  companyId: CompanyId,
  entryIds: readonly OutboxEntryId[],
  entryId: OutboxEntryId,
): Promise<OutboxEntryId[]> {
  const [headId, ...rest] = entryIds
  if (!headId || headId === entryId) return [...entryIds]
  const head = await unit.get('outbox', { companyId, entryId: headId })
  return head ? [...entryIds] : rest
}

/** The entry as it was, with the lease that is held now: by it an attempt proves to be the one that runs. */
function takeLease(
  unit: StoreTransaction,
  companyId: CompanyId,
  entryId: OutboxEntryId,
  entry: OutboxEntry,
  now: number,
): OutboxEntry {
  const leaseUntilAt = now + LEASE_MS
  const attempts = entry.attempts + 1
  const change = { state: 'sending', attempts, leaseUntilAt, nextAttemptAt: removed() } as const
  unit.update(['outbox', { companyId, entryId }], change)
  return { ...entry, leaseUntilAt }
}
