import type {
  ChannelEvent,
  IncomingAttachment,
  MessageEdited,
  MessageReceived,
  Sender,
} from '#shared/domain/channelEvent.ts'
import type { MessageKind } from '#shared/domain/message.ts'
import { SECOND_MS } from '#shared/domain/time.ts'
import type { WebhookRequest } from '#shared/provider/webhook.ts'
import { readJson } from '../readJson.ts'
import type { TelegramMessage } from './payload.ts'
import { updateSchema } from './payload.ts'

/** Private chats alone: a bot added to a group is no conversation with a contact. */
const isConversation = (message: TelegramMessage) =>
  message.chat.type === 'private' && message.from !== undefined

export function parseUpdate(request: WebhookRequest): ChannelEvent[] {
  const update = updateSchema.parse(readJson(request))
  if (update.message && isConversation(update.message)) return [toReceived(update.message)]
  if (update.edited_message && isConversation(update.edited_message)) return [toEdited(update.edited_message)]
  return []
}

function toReceived(message: TelegramMessage): MessageReceived {
  const content = contentOf(message)
  return {
    type: 'messageReceived',
    conversationExternalId: String(message.chat.id),
    externalId: String(message.message_id),
    sender: senderOf(message),
    ...content,
    text: message.text ?? message.caption ?? '',
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

function senderOf({ from, contact }: TelegramMessage): Sender {
  const isOwnContact = contact !== undefined && contact.user_id === from?.id
  return {
    externalId: String(from?.id ?? ''),
    name: [from?.first_name, from?.last_name].filter(Boolean).join(' '),
    handle: from?.username ? `@${from.username}` : '',
    phone: isOwnContact ? `+${contact.phone_number.replace(/\D/g, '')}` : '',
  }
}

function contentOf(message: TelegramMessage): { kind: MessageKind; attachments: IncomingAttachment[] } {
  if (message.text !== undefined) return { kind: 'text', attachments: [] }
  const photo = message.photo?.at(-1)
  if (photo) return { kind: 'image', attachments: [photoAttachment(photo)] }
  if (message.document) return { kind: 'document', attachments: [documentAttachment(message.document)] }
  return { kind: 'unsupported', attachments: [] }
}

function photoAttachment(photo: NonNullable<TelegramMessage['photo']>[number]): IncomingAttachment {
  return {
    kind: 'image',
    name: 'photo.jpg',
    contentType: 'image/jpeg',
    size: photo.file_size ?? 0,
    width: photo.width,
    height: photo.height,
    externalRef: photo.file_id,
  }
}

function documentAttachment(document: NonNullable<TelegramMessage['document']>): IncomingAttachment {
  return {
    kind: 'document',
    name: document.file_name ?? 'file',
    contentType: document.mime_type ?? 'application/octet-stream',
    size: document.file_size ?? 0,
    externalRef: document.file_id,
  }
}

function quoteOf({ reply_to_message: quoted }: TelegramMessage): Pick<MessageReceived, 'replyTo'> {
  if (!quoted) return {}
  const author = [quoted.from?.first_name, quoted.from?.last_name].filter(Boolean).join(' ')
  return {
    replyTo: { externalId: String(quoted.message_id), author, text: quoted.text ?? quoted.caption ?? '' },
  }
}
