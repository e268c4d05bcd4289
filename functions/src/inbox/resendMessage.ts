import { DomainError } from '#shared/domain/DomainError.ts'
import type { CompanyId, ConversationId, MessageId } from '#shared/domain/ids.ts'
import { demandSight } from '#functions/members/demandSight.ts'
import type { CallingMember } from '#functions/members/demandSight.ts'
import { commitTime, removed } from '#functions/store/firestore.ts'
import { contendedTransaction } from '#functions/store/contendedTransaction.ts'
import { orderDelivery } from './orderDelivery.ts'

interface Resending {
  readonly companyId: CompanyId
  readonly conversationId: ConversationId
  readonly messageId: MessageId
}

/** Queues a failed or uncertain message once more. Pressed twice, it is sent once: its entry bears its id. */
export function resendMessage(
  { companyId, conversationId, messageId }: Resending,
  caller: CallingMember,
  now = Date.now(),
): Promise<null> {
  const places = {
    message: ['messages', { companyId, conversationId, messageId }] as const,
    conversation: ['conversations', { companyId, conversationId }] as const,
  }
  return contendedTransaction(async (unit) => {
    const [message, conversation] = await unit.getAll<['messages', 'conversations']>(
      places.message,
      places.conversation,
    )
    if (!message || !conversation) throw new DomainError('notFound')
    demandSight(caller, conversation)
    if (conversation.blocked) throw new DomainError('contactBlocked')
    const status = message.delivery?.status
    if (status !== 'failed' && status !== 'uncertain') throw new DomainError('alreadySent')
    unit.update(places.message, { delivery: { status: 'queued' }, updatedAt: commitTime() })
    if (conversation.lastMessage?.id === messageId) {
      unit.update(places.conversation, {
        'lastMessage.deliveryStatus': 'queued',
        'lastMessage.deliveryReason': removed(),
        updatedAt: commitTime(),
      })
    }
    const { channelId } = conversation
    const ordered = { companyId, conversationId, channelId, messageId }
    orderDelivery(unit, { ...ordered, createdBy: caller.uid, createdAt: now })
    return null
  })
}
