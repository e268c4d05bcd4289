import { InvalidInputError } from '#shared/provider/InvalidInputError.ts'
import type { Bot } from '../Bot.ts'
import { addMessage, messageIn, type Chat } from '../Chat.ts'
import { wireBot, wireChat, wireMessage, wireUser } from '../wireMessage.ts'
import { EMOJI } from '../methods/setMessageReaction.ts'
import { contentOf } from './contentOf.ts'
import type { CustomerMessage } from './customerMessageSchema.ts'

/** What a control call tells of an act; `updateId` is null when the bot did not ask for such updates. */
interface Act {
  readonly messageId?: number
  readonly date?: number
  readonly updateId: number | null
}

export function writeAsCustomer(bot: Bot, chat: Chat, given: CustomerMessage): Act {
  if (chat.isBlocked) throw new InvalidInputError(['customer: has blocked the bot'])
  if (given.replyTo !== undefined && !messageIn(chat, given.replyTo)) {
    throw new InvalidInputError(['replyTo: no such message'])
  }
  chat.isStarted = true
  const message = addMessage(chat, {
    from: 'customer',
    content: contentOf(bot, chat, given),
    replyToId: given.replyTo,
    quote: given.quote,
    ...(given.date === undefined ? {} : { date: given.date }),
  })
  const updateId = bot.webhook.enqueue('message', chat.id, wireMessage(bot, chat, message))
  return { messageId: message.id, date: message.date, updateId: updateId ?? null }
}

/** Changes a text, or the caption of a file. */
export function editAsCustomer(bot: Bot, chat: Chat, messageId: number, text: string): Act {
  const message = messageIn(chat, messageId)
  if (message?.from !== 'customer') throw new InvalidInputError(['message: not one of the customer'])
  if (message.content.kind === 'text') message.content = { ...message.content, text }
  else if ('caption' in message.content) message.content = { ...message.content, caption: text }
  else throw new InvalidInputError(['message: has no text'])
  message.editDate = Math.floor(Date.now() / 1000)
  const updateId = bot.webhook.enqueue('edited_message', chat.id, wireMessage(bot, chat, message))
  return { messageId, date: message.editDate, updateId: updateId ?? null }
}

/** Puts the customer's emoji under a message of either side; '' takes it away. */
export function reactAsCustomer(bot: Bot, chat: Chat, messageId: number, emoji: string): Act {
  const message = messageIn(chat, messageId)
  if (!message) throw new InvalidInputError(['message: no such message'])
  if (emoji !== '' && !EMOJI.has(emoji)) throw new InvalidInputError(['emoji: not on the list of Telegram'])
  const former = message.customerReaction ?? ''
  message.customerReaction = emoji
  const types = (of: string) => (of === '' ? [] : [{ type: 'emoji', emoji: of }])
  const updateId = bot.webhook.enqueue('message_reaction', chat.id, {
    chat: wireChat(chat),
    message_id: messageId,
    user: wireUser(chat),
    date: Math.floor(Date.now() / 1000),
    old_reaction: types(former),
    new_reaction: types(emoji),
  })
  return { messageId, updateId: updateId ?? null }
}

/** Takes a message away on both sides, the bot's too; Telegram tells no bot of it. */
export function deleteAsCustomer(chat: Chat, messageId: number): Act {
  const message = messageIn(chat, messageId)
  if (!message) throw new InvalidInputError(['message: no such message'])
  chat.messages.splice(chat.messages.indexOf(message), 1)
  return { messageId, updateId: null }
}

export function setBlocked(bot: Bot, chat: Chat, blocked: boolean): Act {
  if (chat.isBlocked === blocked) return { updateId: null }
  chat.isBlocked = blocked
  const member = (isMember: boolean) => ({
    user: wireBot(bot),
    ...(isMember ? { status: 'member' } : { status: 'kicked', until_date: 0 }),
  })
  const updateId = bot.webhook.enqueue('my_chat_member', chat.id, {
    chat: wireChat(chat),
    from: wireUser(chat),
    date: Math.floor(Date.now() / 1000),
    old_chat_member: member(blocked),
    new_chat_member: member(!blocked),
  })
  return { updateId: updateId ?? null }
}
