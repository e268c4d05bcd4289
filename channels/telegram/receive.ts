import type {
  ChannelEvent,
  MessageEdited,
  MessageReceived,
  ReactionChanged,
  Sender,
} from '#shared/domain/channelEvent.ts'
import { SECOND_MS } from '#shared/domain/time.ts'
import type { WebhookRequest } from '#shared/provider/webhook.ts'
import { readJson } from '../readJson.ts'
import { contentOf, phoneOf } from './content.ts'
import type { TelegramMessage, TelegramReactionChange } from './payload.ts'
import { updateSchema } from './payload.ts'

/** Private chats alone: a bot added to a group is no conversation with a contact. */
const isConversation = (message: TelegramMessage) =>
  message.chat.type === 'private' && message.from !== undefined

export function parseUpdate(request: WebhookRequest): ChannelEvent[] {
  const update = updateSchema.parse(readJson(request))
  if (update.message && isConversation(update.message)) return [toReceived(update.message)]
  if (update.edited_message && isConversation(update.edited_message)) return [toEdited(update.edited_message)]
  if (update.message_reaction?.chat.type === 'private') return [toReaction(update.message_reaction)]
  return []
}

function toReceived(message: TelegramMessage): MessageReceived {
  return {
    type: 'messageReceived',
    conversationExternalId: String(message.chat.id),
    externalId: String(message.message_id),
    sender: senderOf(message),
    text: message.text ?? message.caption ?? '',
    ...contentOf(message),
    sentAt: message.date * SECOND_MS,
    // Rises within a chat: orders what was written in the same second.
    sequence: message.message_id,
    ...quoteOf(message),
  }
}

/** An edit brings the whole message; webhooks that are tried again may well come after it. */
function toEdited(message: TelegramMessage): MessageEdited {
  return {
    type: 'messageEdited',
    conversationExternalId: String(message.chat.id),
    externalId: String(message.message_id),
    text: message.text ?? message.caption ?? '',
    editedAt: (message.edit_date ?? message.date) * SECOND_MS,
    message: toReceived(message),
  }
}

function toReaction(change: TelegramReactionChange): ReactionChanged {
  return {
    type: 'reactionChanged',
    conversationExternalId: String(change.chat.id),
    externalId: String(change.message_id),
    emojis: change.new_reaction.flatMap(({ emoji }) => emoji ?? []),
    changedAt: change.date * SECOND_MS,
  }
}

function senderOf({ from, contact }: TelegramMessage): Sender {
  const isOwnContact = contact !== undefined && contact.user_id === from?.id
  return {
    externalId: String(from?.id ?? ''),
    name: [from?.first_name, from?.last_name].filter(Boolean).join(' '),
    handle: from?.username ? `@${from.username}` : '',
    phone: isOwnContact ? phoneOf(contact) : '',
  }
}

function quoteOf({ reply_to_message: quoted }: TelegramMessage): Pick<MessageReceived, 'replyTo'> {
  if (!quoted) return {}
  const author = [quoted.from?.first_name, quoted.from?.last_name].filter(Boolean).join(' ')
  return {
    replyTo: { externalId: String(quoted.message_id), author, text: quoted.text ?? quoted.caption ?? '' },
  }
}
