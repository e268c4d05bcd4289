import { DomainError } from '#shared/domain/DomainError.ts'
import type { CompanyId, ConversationId, MessageId } from '#shared/domain/ids.ts'
import { outboxEntryIdSchema } from '#shared/domain/ids.ts'
import { commitTime, removed } from '#functions/store/firestore.ts'
import { transaction } from '#functions/store/store.ts'

interface Resending {
  readonly companyId: CompanyId
  readonly conversationId: ConversationId
  readonly messageId: MessageId
}

/** Queues a failed or uncertain message once more. Pressed twice, it is sent once: its entry bears its id. */
export function resendMessage(
  { companyId, conversationId, messageId }: Resending,
  callerId: string,
  now = Date.now(),
): Promise<null> {
  const places = {
    message: ['messages', { companyId, conversationId, messageId }] as const,
    conversation: ['conversations', { companyId, conversationId }] as const,
  }
  const entryId = outboxEntryIdSchema.parse(messageId)
  return transaction(async (unit) => {
    const [message, conversation] = await unit.getAll<['messages', 'conversations']>(
      places.message,
      places.conversation,
    )
    if (!message || !conversation) throw new DomainError('notFound')
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
    unit.create(['outbox', { companyId, entryId }], {
      target: 'channel',
      channelId: conversation.channelId,
      conversationId,
      messageId,
      afterEntryId: '',
      state: 'queued',
      attempts: 0,
      createdBy: callerId,
      createdAt: now,
    })
    return null
  })
}
