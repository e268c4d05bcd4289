import type { Bot } from './Bot.ts'
import { messageIn, type Chat, type ChatMessage } from './Chat.ts'
import { textOf } from './content.ts'
import { wireContent } from './wireContent.ts'

type Wire = Record<string, unknown>

/** A message as the Bot API's Message. */
export function wireMessage(bot: Bot, chat: Chat, message: ChatMessage): Wire {
  return { ...wireWithoutReply(bot, chat, message), ...wireReply(bot, chat, message) }
}

export function wireUser({ id, customer }: Chat): Wire {
  return { id, is_bot: false, ...nameFields(customer), language_code: 'ru' }
}

export function wireBot({ id, name, username }: Bot): Wire {
  return { id, is_bot: true, first_name: name, username }
}

export function wireChat({ id, customer }: Chat): Wire {
  return { id, ...nameFields(customer), type: 'private' }
}

function nameFields({ firstName, lastName, username }: Chat['customer']): Wire {
  return {
    first_name: firstName,
    ...(lastName === '' ? {} : { last_name: lastName }),
    ...(username === '' ? {} : { username }),
  }
}

function wireWithoutReply(bot: Bot, chat: Chat, message: ChatMessage): Wire {
  return {
    message_id: message.id,
    from: message.from === 'bot' ? wireBot(bot) : wireUser(chat),
    chat: wireChat(chat),
    date: message.date,
    ...(message.editDate === undefined ? {} : { edit_date: message.editDate }),
    ...wireContent(bot, chat.id, message.content),
  }
}

/** A reply shows one level: what it answers comes without what that answered. */
function wireReply(bot: Bot, chat: Chat, { replyToId, quote }: ChatMessage): Wire {
  const original = replyToId === undefined ? undefined : messageIn(chat, replyToId)
  if (!original) return {}
  const position = textOf(original.content).indexOf(quote)
  return {
    reply_to_message: wireWithoutReply(bot, chat, original),
    ...(quote === '' ? {} : { quote: { text: quote, position, is_manual: true } }),
  }
}
