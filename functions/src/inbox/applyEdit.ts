import type { MessageDeleted, MessageEdited } from '#shared/domain/channelEvent.ts'
import { previewText } from '#shared/domain/conversation.ts'
import { TEXT_MAX_LENGTH } from '#shared/domain/message.ts'
import { truncate } from '#shared/domain/truncate.ts'
import type { ChannelRoute } from '#functions/channels/route.ts'
import { commitTime } from '#functions/store/firestore.ts'
import { transaction } from '#functions/store/store.ts'
import { editOf } from './editOf.ts'
import { conversationIdOf, inboundMessageIdOf } from './ids.ts'

function placesOf({ companyId, channelId }: ChannelRoute, event: MessageEdited | MessageDeleted) {
  const conversationId = conversationIdOf(channelId, event.conversationExternalId)
  const messageId = inboundMessageIdOf(conversationId, event.externalId)
  return {
    messageId,
    conversation: ['conversations', { companyId, conversationId }] as const,
    message: ['messages', { companyId, conversationId, messageId }] as const,
  }
}

/** The contact changed a message: the new text stands, the old ones are kept. An older edit told late changes nothing. */
export function applyEdit(route: ChannelRoute, event: MessageEdited): Promise<void> {
  const { conversation, message, messageId } = placesOf(route, event)
  return transaction(async (unit) => {
    const [row, stored] = await unit.getAll<['conversations', 'messages']>(conversation, message)
    if (!row || !stored || stored.deletedAt !== undefined) return
    if ((stored.editedAt ?? 0) > event.editedAt) return
    const text = truncate(event.text, TEXT_MAX_LENGTH)
    if (stored.text === text) {
      // Its moment counts all the same: an earlier edit told after it must not win.
      if (stored.editedAt !== event.editedAt)
        unit.update(message, { editedAt: event.editedAt, updatedAt: commitTime() })
      return
    }
    unit.update(message, editOf(stored, text, event.editedAt))
    if (row.lastMessage?.id === messageId) {
      unit.update(conversation, { 'lastMessage.text': previewText(text), updatedAt: commitTime() })
    }
  })
}

/** The contact took a message back: it is marked, its text stays for those who may need it. */
export function applyDeletion(route: ChannelRoute, event: MessageDeleted): Promise<void> {
  const { conversation, message, messageId } = placesOf(route, event)
  return transaction(async (unit) => {
    const [row, stored] = await unit.getAll<['conversations', 'messages']>(conversation, message)
    if (!stored || stored.deletedAt !== undefined) return
    unit.update(message, { deletedAt: event.deletedAt, updatedAt: commitTime() })
    if (row?.lastMessage?.id === messageId) {
      unit.update(conversation, { 'lastMessage.isDeleted': true, updatedAt: commitTime() })
    }
  })
}
