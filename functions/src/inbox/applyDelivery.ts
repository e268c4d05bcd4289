import type { DeliveryChanged } from '#shared/domain/channelEvent.ts'
import { deliveryAt, isDeliveryAdvance } from '#shared/domain/message.ts'
import type { ChannelRoute } from '#functions/channels/route.ts'
import { commitTime, removed } from '#functions/store/firestore.ts'
import { transaction } from '#functions/store/store.ts'
import { conversationIdOf, messageRefIdOf } from './ids.ts'

/**
 * What became of a message we sent. States only advance; one told before our own send was noted
 * waits in the reference for it.
 */
export function applyDelivery(
  { companyId, channelId }: ChannelRoute,
  event: DeliveryChanged,
  receivedAt: number,
): Promise<void> {
  const conversationId = conversationIdOf(channelId, event.conversationExternalId)
  const refPlace = [
    'messageRefs',
    { companyId, refId: messageRefIdOf(conversationId, event.externalId) },
  ] as const
  const { status, reason, at = receivedAt } = event
  return transaction(async (unit) => {
    const ref = await unit.get(...refPlace)
    if (!ref?.messageId) {
      if (ref?.earlyStatus && !isDeliveryAdvance(ref.earlyStatus, status)) return
      unit.set(refPlace, { ...ref, earlyStatus: status, earlyAt: at, ...(reason && { earlyReason: reason }) })
      return
    }
    const { messageId } = ref
    const places = placesOf(companyId, conversationId, messageId)
    const [message, conversation] = await unit.getAll<['messages', 'conversations']>(
      places.message,
      places.conversation,
    )
    if (!message?.delivery || !isDeliveryAdvance(message.delivery.status, status)) return
    const delivery = deliveryAt(message.delivery, { status, ...(reason && { reason }) }, at)
    unit.update(places.message, { delivery, updatedAt: commitTime() })
    if (conversation?.lastMessage?.id === messageId) {
      unit.update(places.conversation, {
        'lastMessage.deliveryStatus': status,
        'lastMessage.deliveryReason': reason ?? removed(),
        updatedAt: commitTime(),
      })
    }
  })
}

function placesOf(companyId: string, conversationId: string, messageId: string) {
  return {
    message: ['messages', { companyId, conversationId, messageId }] as const,
    conversation: ['conversations', { companyId, conversationId }] as const,
  }
}
