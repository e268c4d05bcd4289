import type { CompanyId, ConversationId, ChannelId, MessageId } from '#shared/domain/ids.ts'
import type { IdentifiedMessage } from '#shared/domain/conversationChanges.ts'
import { messageSchema } from '#shared/domain/message.ts'
import type { Attachment } from '#shared/domain/message.ts'
import type { CallingMember } from '#functions/members/demandSight.ts'
import { commitTime } from '#functions/store/firestore.ts'
import type { StoreTransaction } from '#functions/store/store.ts'
import { orderDelivery } from './orderDelivery.ts'
import type { Words } from './wordsOf.ts'

interface ReplyPlace {
  readonly companyId: CompanyId
  readonly conversationId: ConversationId
  readonly channelId: ChannelId
}

/** A member's message before anything has become of it. */
export function newReply(
  id: MessageId,
  { text, template, attachments = [] }: Omit<Words, 'file'> & { readonly attachments?: Attachment[] },
  { uid, member }: CallingMember,
  now: number,
): IdentifiedMessage {
  const message = messageSchema.parse({
    direction: 'outbound',
    kind: attachments[0]?.kind ?? 'text',
    text,
    attachments,
    author: { type: 'member', id: uid, name: member?.name ?? '' },
    sentAt: now,
    sequence: 0,
    createdAt: now,
    updatedAt: now,
    delivery: { status: 'queued' },
    ...(template && { template }),
  })
  return { ...message, id }
}

/** Writes the message and the order to deliver it, in the caller's transaction. */
export function writeReply(
  unit: StoreTransaction,
  { companyId, conversationId, channelId }: ReplyPlace,
  { id: messageId, ...message }: IdentifiedMessage,
  after?: MessageId,
): void {
  unit.create(['messages', { companyId, conversationId, messageId }], { ...message, updatedAt: commitTime() })
  const { id: createdBy } = message.author
  const { createdAt } = message
  orderDelivery(unit, { companyId, conversationId, channelId, messageId, createdBy, createdAt, after })
}
