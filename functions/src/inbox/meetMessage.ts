import type { StandingMessage } from '#channels/adapter.ts'
import { DomainError } from '#shared/domain/DomainError.ts'
import type { Conversation } from '#shared/domain/conversation.ts'
import type { CompanyId, ConversationId, MessageId } from '#shared/domain/ids.ts'
import type { Message } from '#shared/domain/message.ts'
import type { ChannelRoute } from '#functions/channels/route.ts'
import { routeByChannel } from '#functions/channels/route.ts'
import { demandSight } from '#functions/members/demandSight.ts'
import type { CallingMember } from '#functions/members/demandSight.ts'
import { get } from '#functions/store/store.ts'

export interface MessagePlace {
  readonly companyId: CompanyId
  readonly conversationId: ConversationId
  readonly messageId: MessageId
}

/** A message as a member meets it, with the way to the customer who has it. */
export interface Met {
  readonly message: Message
  readonly conversation: Conversation
  readonly route: ChannelRoute
  readonly standing: StandingMessage
}

/** Fails unless the caller sees the message, it is with the customer, and the channel still speaks. */
export async function meetMessage(
  { companyId, conversationId, messageId }: MessagePlace,
  caller: CallingMember,
): Promise<Met> {
  const [message, conversation] = await Promise.all([
    get('messages', { companyId, conversationId, messageId }),
    get('conversations', { companyId, conversationId }),
  ])
  if (!message || !conversation) throw new DomainError('notFound')
  demandSight(caller, conversation)
  if (message.deletedAt !== undefined) throw new DomainError('messageDeleted')
  if (!isWithCustomer(message)) throw new DomainError('notSentYet')
  const route = await routeByChannel(companyId, conversation.channelId)
  if (!route) throw new DomainError('channelDisconnected')
  const { externalId, attachments } = message
  const hasAttachments = attachments.length > 0
  const conversationExternalId = conversation.externalId
  const standing = { id: messageId, externalId, conversationExternalId, hasAttachments }
  return { message, conversation, route, standing }
}

function isWithCustomer({ direction, externalId, delivery }: Message): boolean {
  if (externalId === '') return false
  return direction === 'inbound' || ['sent', 'delivered', 'read'].includes(delivery?.status ?? '')
}
