import type { CompanyId, OutboxEntryId } from '#shared/domain/ids.ts'
import type { OutboxEntry } from '#shared/domain/outboxEntry.ts'
import { MINUTE_MS } from '#shared/domain/time.ts'
import { hashId } from '#functions/platform/hashId.ts'
import { increment } from '#functions/store/firestore.ts'
import { get } from '#functions/store/store.ts'
import type { Place, StoreTransaction } from '#functions/store/store.ts'

/** Messages a minute, all at once or spread. With templates at hand a person in a hurry sends one a second; a script sends more. */
export const PER_MEMBER = 60
/** Ten members at their limit; a third of what Telegram lets one bot send. */
export const PER_COMPANY = 600

/** Every tenth entry counts for ten in its company: its document is written once a second at the limit, not ten times. */
const COUNTED_IN = 10

/**
 * When an entry may leave at the pace of its member and company: `now`, or later. Takes its place in
 * both, so each entry asks once. Nothing is locked: entries of the very same moment may see the same.
 */
export async function takeSlot(
  unit: StoreTransaction,
  companyId: CompanyId,
  entryId: OutboxEntryId,
  { createdBy }: OutboxEntry,
  now: number,
): Promise<number> {
  const member = ['outboxPaces', { companyId, paceId: `member_${createdBy}` }] as const
  const company = ['outboxPaces', { companyId, paceId: 'company' }] as const
  const slots = await Promise.all([
    // What the channel itself answers is nobody's.
    book(unit, member, createdBy === '' ? 0 : MINUTE_MS / PER_MEMBER, now),
    book(unit, company, isCounted(entryId) ? (COUNTED_IN * MINUTE_MS) / PER_COMPANY : 0, now),
  ])
  return Math.max(...slots)
}

function isCounted(entryId: OutboxEntryId): boolean {
  return Number.parseInt(hashId('pace', entryId).slice(0, 8), 16) % COUNTED_IN === 0
}

/** A minute's worth leaves at once, what is beyond it as time goes by. */
async function book(
  unit: StoreTransaction,
  place: Place<'outboxPaces'>,
  stepMs: number,
  now: number,
): Promise<number> {
  const { bookedUntil = 0 } = (await get(...place)) ?? {}
  if (stepMs > 0 && bookedUntil > now) unit.update(place, { bookedUntil: increment(stepMs) })
  else if (stepMs > 0) unit.set(place, { bookedUntil: now + stepMs })
  return Math.max(now, Math.max(now, bookedUntil) + stepMs - MINUTE_MS)
}
