import type { OutboxEntryId } from '#shared/domain/ids.ts'
import type { Delivery } from '#shared/domain/message.ts'
import { deliveryAt, isDeliveryAdvance } from '#shared/domain/message.ts'
import { documentPath } from '#shared/firestore/collections.ts'
import type { DocumentOf } from '#shared/firestore/collections.ts'
import { publicIdOf } from '#functions/platform/hashId.ts'
import { messageTokens } from '#functions/search/messageTokens.ts'
import { commitTime, increment, removed } from '#functions/store/firestore.ts'
import { transaction } from '#functions/store/store.ts'
import type { StoreTransaction } from '#functions/store/store.ts'
import { laneIdOf } from './claimEntry.ts'
import type { EntryAtHand } from './delayEntry.ts'
import { messageRefIdOf } from './ids.ts'

/** Takes a finished entry out of its lane. Gives the next one in it. */
export function finishEntry(
  unit: StoreTransaction,
  { companyId, entryId, entry }: EntryAtHand,
  laneIds: readonly OutboxEntryId[],
  now: number,
): OutboxEntryId | undefined {
  const rest = laneIds.filter((id) => id !== entryId)
  const place = ['outboxLanes', { companyId, laneId: laneIdOf(entry) }] as const
  if (rest.length > 0) unit.set(place, { entryIds: rest, updatedAt: now })
  else unit.delete(...place)
  unit.delete('outbox', { companyId, entryId })
  return rest[0]
}

type Involved = ['conversations', 'outboxLanes', 'messageRefs', 'messages']

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
    lane: ['outboxLanes', { companyId, laneId: laneIdOf(entry) }] as const,
    ref: ['messageRefs', { companyId, refId: messageRefIdOf(conversationId, externalId) }] as const,
  }
  return transaction(async (unit) => {
    const [conversation, lane, ref, message] = await unit.getAll<Involved>(
      places.conversation,
      places.lane,
      places.ref,
      places.message,
    )
    const delivery = withEarly(deliveryAt(undefined, outcome, now), ref, now)
    const publicId = publicIdOf(documentPath(...places.message))
    const found = message && { companyId, tokens: messageTokens(message) }
    unit.update(places.message, { ...found, delivery, externalId, publicId, updatedAt: commitTime() })
    if (externalId) unit.set(places.ref, { conversationId, messageId })
    if (conversation?.lastMessage?.id === messageId) {
      unit.update(places.conversation, {
        'lastMessage.deliveryStatus': delivery.status,
        'lastMessage.deliveryReason': delivery.reason ?? removed(),
        updatedAt: commitTime(),
      })
    }
    if (conversation && delivery.status !== 'failed') {
      const { contactId } = conversation
      unit.update(['contacts', { companyId, contactId }], { messageCount: increment(1), lastContactAt: now })
    }
    return finishEntry(unit, settling, lane?.entryIds ?? [], now)
  })
}

/** A status that came before its message was noted as sent counts, where it is further on. */
function withEarly(outcome: Delivery, ref: DocumentOf<'messageRefs'> | undefined, now: number): Delivery {
  const { earlyStatus: status, earlyReason: reason, earlyAt = now } = ref ?? {}
  if (!status || !isDeliveryAdvance(outcome.status, status)) return outcome
  return deliveryAt(outcome, { status, ...(reason && { reason }) }, earlyAt)
}

/** Ends an entry whose outcome is noted elsewhere. */
export function settleQuietly(settling: EntryAtHand, now: number): Promise<OutboxEntryId | undefined> {
  const { companyId, entry } = settling
  return transaction(async (unit) => {
    const lane = await unit.get('outboxLanes', { companyId, laneId: laneIdOf(entry) })
    return finishEntry(unit, settling, lane?.entryIds ?? [], now)
  })
}
