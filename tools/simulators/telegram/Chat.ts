import type { Content } from './content.ts'

export interface Customer {
  readonly firstName: string
  readonly lastName: string
  readonly username: string
  readonly phone: string
}

export interface ChatMessage {
  readonly id: number
  readonly from: 'customer' | 'bot'
  /** Seconds, as everywhere in the Bot API. */
  readonly date: number
  content: Content
  readonly replyToId: number | undefined
  readonly quote: string
  editDate: number | undefined
  /** The bot's emoji under it, '' for none. */
  reaction: string
  /** The customer's own emoji under it, '' for none; a chat kept by an earlier version has none. */
  customerReaction?: string
}

/** A private chat of one customer with one bot. */
export interface Chat {
  /** The customer's user id too: in private chats they are the same. */
  readonly id: number
  readonly customer: Customer
  readonly messages: ChatMessage[]
  nextMessageId: number
  /** A bot may not write to someone who never wrote to it. */
  isStarted: boolean
  isBlocked: boolean
  /** Until when the customer sees the bot typing, in wall milliseconds. */
  typingUntil: number
}

const MAX_MESSAGES = 1_000

export function messageIn(chat: Chat, messageId: number): ChatMessage | undefined {
  return chat.messages.findLast(({ id }) => id === messageId)
}

export function addMessage(
  chat: Chat,
  message: Pick<ChatMessage, 'from' | 'content'> & Partial<Pick<ChatMessage, 'date' | 'replyToId' | 'quote'>>,
): ChatMessage {
  const added: ChatMessage = {
    id: chat.nextMessageId++,
    from: message.from,
    content: message.content,
    date: message.date ?? Math.floor(Date.now() / 1000),
    replyToId: message.replyToId,
    quote: message.quote ?? '',
    editDate: undefined,
    reaction: '',
  }
  chat.messages.push(added)
  if (chat.messages.length > MAX_MESSAGES) chat.messages.shift()
  return added
}
