import type { MessageDeleted, MessageEdited } from '#shared/domain/channelEvent.ts'
import { previewText } from '#shared/domain/conversation.ts'
import { TEXT_MAX_LENGTH } from '#shared/domain/message.ts'
import { truncate } from '#shared/domain/truncate.ts'
import type { ChannelRoute } from '#functions/channels/route.ts'
import { added, commitTime } from '#functions/store/firestore.ts'
import { transaction } from '#functions/store/store.ts'
import { conversationIdOf, inboundMessageIdOf } from './ids.ts'

/** Earlier texts are kept up to this many: an edit war must not grow the document. */
const MAX_PREVIOUS_TEXTS = 20

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
    if ((stored.editedAt ?? 0) > event.editedAt || stored.text === event.text) return
    const text = truncate(event.text, TEXT_MAX_LENGTH)
    const keepsText =
      stored.previousTexts.length < MAX_PREVIOUS_TEXTS && !stored.previousTexts.includes(stored.text)
    unit.update(message, {
      text,
      editedAt: event.editedAt,
      updatedAt: commitTime(),
      ...(keepsText && { previousTexts: added(stored.text) }),
    })
    if (row.lastMessage?.id === messageId) {
      unit.update(conversation, { 'lastMessage.text': previewText(text), updatedAt: commitTime() })
    }
  })
}

/** The contact took a message back: it is marked, its text stays for those who may need it. */
export function applyDeletion(route: ChannelRoute, event: MessageDeleted): Promise<void> {
  const { message } = placesOf(route, event)
  return transaction(async (unit) => {
    const stored = await unit.get(...message)
    if (!stored || stored.deletedAt !== undefined) return
    unit.update(message, { deletedAt: event.deletedAt, updatedAt: commitTime() })
  })
}
