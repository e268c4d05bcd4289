import type { ChannelId, ContactId, ConversationId, MessageId, OutboxEntryId } from '#shared/domain/ids.ts'
import {
  attachmentIdSchema,
  contactIdSchema,
  conversationIdSchema,
  messageIdSchema,
  outboxEntryIdSchema,
} from '#shared/domain/ids.ts'
import type { AttachmentId } from '#shared/domain/ids.ts'
import { hashId } from '#functions/platform/hashId.ts'

/** Ids derived from the provider's: whoever tells us the same fact writes the same document. */

export function contactIdOf(channelId: ChannelId, senderExternalId: string): ContactId {
  return contactIdSchema.parse(hashId('contact', channelId, senderExternalId))
}

export function conversationIdOf(channelId: ChannelId, conversationExternalId: string): ConversationId {
  return conversationIdSchema.parse(hashId('conversation', channelId, conversationExternalId))
}

export function inboundMessageIdOf(conversationId: ConversationId, externalId: string): MessageId {
  return messageIdSchema.parse(hashId('message', conversationId, externalId))
}

export function attachmentIdOf(messageId: MessageId, at: number): AttachmentId {
  return attachmentIdSchema.parse(hashId('attachment', messageId, String(at)))
}

/** Where a provider's id of a message we sent leads to ours. */
export function messageRefIdOf(conversationId: ConversationId, externalId: string): string {
  return hashId('messageRef', conversationId, externalId)
}

export function assignmentEntryIdOf(messageId: MessageId): OutboxEntryId {
  return outboxEntryIdSchema.parse(`assignment_${messageId}`)
}

/** The answer the channel itself gives to a message. */
export function autoReplyIdOf(messageId: MessageId): MessageId {
  return messageIdSchema.parse(hashId('autoReply', messageId))
}

export function mediaEntryIdOf(messageId: MessageId): OutboxEntryId {
  return outboxEntryIdSchema.parse(`media_${messageId}`)
}
