import type { OutboxEntryId } from '#shared/domain/ids.ts'
import type { OutboxLane } from '#shared/domain/outboxEntry.ts'
import type { Delivery } from '#shared/domain/message.ts'
import { deliveryAt, isDeliveryAdvance } from '#shared/domain/message.ts'
import { documentPath } from '#shared/firestore/collections.ts'
import type { DocumentOf } from '#shared/firestore/collections.ts'
import { publicIdOf } from '#functions/platform/hashId.ts'
import { messageTokens } from '#functions/search/messageTokens.ts'
import { commitTime, increment, removed } from '#functions/store/firestore.ts'
import { transaction } from '#functions/store/store.ts'
import type { Changes, Place, StoreTransaction } from '#functions/store/store.ts'
import { laneIdOf } from './claimEntry.ts'
import { isHeld } from './delayEntry.ts'
import type { EntryAtHand } from './delayEntry.ts'
import { messageRefIdOf } from './ids.ts'

function placesOf({ companyId, entryId, entry }: EntryAtHand): [Place<'outbox'>, Place<'outboxLanes'>] {
  return [
    ['outbox', { companyId, entryId }],
    ['outboxLanes', { companyId, laneId: laneIdOf(entry) }],
  ]
}

interface LaneEnd {
  readonly rest: OutboxEntryId[]
  /** Whether the next one was behind this one. */
  readonly isNextBehind: boolean
}

/** Among a transaction's reads: what is left of a lane without this entry. */
async function readLaneEnd(
  unit: StoreTransaction,
  { companyId, entryId }: EntryAtHand,
  lane: OutboxLane | undefined,
): Promise<LaneEnd> {
  const rest = (lane?.entryIds ?? []).filter((id) => id !== entryId)
  const next = rest[0] ? await unit.get('outbox', { companyId, entryId: rest[0] }) : undefined
  return { rest, isNextBehind: next?.state === 'behind' }
}

/** Takes a finished entry out of its lane; the next one is the sweeper's from now on. Gives that one. */
function finishEntry(
  unit: StoreTransaction,
  { companyId, entryId, entry }: EntryAtHand,
  { rest, isNextBehind }: LaneEnd,
  now: number,
): OutboxEntryId | undefined {
  const place = ['outboxLanes', { companyId, laneId: laneIdOf(entry) }] as const
  if (rest.length > 0) unit.set(place, { entryIds: rest, updatedAt: now })
  else unit.delete(...place)
  unit.delete('outbox', { companyId, entryId })
  if (rest[0] && isNextBehind)
    unit.update(['outbox', { companyId, entryId: rest[0] }], { nextAttemptAt: now })
  return rest[0]
}

type Involved = ['outbox', 'outboxLanes', 'conversations', 'messageRefs', 'messages']

/** The message is out, or will never be: notes it, ends the entry, gives the next of the lane. */
export function settleDelivery(
  settling: EntryAtHand,
  outcome: Delivery,
  externalId: string,
  now: number,
): Promise<OutboxEntryId | undefined> {
  const { companyId, entry } = settling
  const { conversationId, messageId } = entry
  const places = {
    message: ['messages', { companyId, conversationId, messageId }] as const,
    conversation: ['conversations', { companyId, conversationId }] as const,
    ref: ['messageRefs', { companyId, refId: messageRefIdOf(conversationId, externalId) }] as const,
  }
  return transaction(async (unit) => {
    const [known, lane, conversation, ref, message] = await unit.getAll<Involved>(
      ...placesOf(settling),
      places.conversation,
      places.ref,
      places.message,
    )
    if (!isHeld(known, settling)) return undefined
    const laneEnd = await readLaneEnd(unit, settling, lane)
    const delivery = withEarly(deliveryAt(undefined, outcome, now), ref, now)
    if (message) {
      const found = { companyId, tokens: messageTokens(message) }
      const publicId = publicIdOf(documentPath(...places.message))
      unit.update(places.message, { ...found, delivery, externalId, publicId, updatedAt: commitTime() })
    }
    if (externalId) unit.set(places.ref, { conversationId, messageId })
    if (conversation?.lastMessage?.id === messageId) unit.update(places.conversation, inRow(delivery))
    if (conversation && delivery.status !== 'failed') {
      const { contactId } = conversation
      unit.update(['contacts', { companyId, contactId }], { messageCount: increment(1), lastContactAt: now })
    }
    return finishEntry(unit, settling, laneEnd, now)
  })
}

function inRow({ status, reason }: Delivery): Changes<'conversations'> {
  return {
    'lastMessage.deliveryStatus': status,
    'lastMessage.deliveryReason': reason ?? removed(),
    updatedAt: commitTime(),
  }
}

/** A status that came before its message was noted as sent counts, where it is further on. */
function withEarly(outcome: Delivery, ref: DocumentOf<'messageRefs'> | undefined, now: number): Delivery {
  const { earlyStatus: status, earlyReason: reason, earlyAt = now } = ref ?? {}
  if (!status || !isDeliveryAdvance(outcome.status, status)) return outcome
  return deliveryAt(outcome, { status, ...(reason && { reason }) }, earlyAt)
}

/** Ends an entry whose outcome is noted elsewhere. */
export function settleQuietly(settling: EntryAtHand, now: number): Promise<OutboxEntryId | undefined> {
  return transaction(async (unit) => {
    const [known, lane] = await unit.getAll<['outbox', 'outboxLanes']>(...placesOf(settling))
    if (!isHeld(known, settling)) return undefined
    return finishEntry(unit, settling, await readLaneEnd(unit, settling, lane), now)
  })
}
