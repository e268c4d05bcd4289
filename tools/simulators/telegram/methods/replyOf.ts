import { badRequest } from '../badRequest.ts'
import { messageIn, type Chat, type ChatMessage } from '../Chat.ts'
import { textOf } from '../content.ts'
import { flagParameter, integerParameter, isObject, jsonParameter } from '../parameters.ts'
import type { BotCall } from './Method.ts'

type Reply = Pick<ChatMessage, 'replyToId' | 'quote'>
const NO_REPLY: Reply = { replyToId: undefined, quote: '' }

/** What `reply_parameters` (or the older `reply_to_message_id`) say, checked against the chat. */
export function replyOf(call: BotCall, chat: Chat): Reply {
  const given = jsonParameter(call, 'reply_parameters', 'reply parameters') ?? olderForm(call)
  if (given === undefined) return NO_REPLY
  if (!isObject(given)) throw badRequest('object expected as reply parameters')
  const original = messageIn(chat, Number(given['message_id']))
  if (!original) {
    if (given['allow_sending_without_reply'] === true) return NO_REPLY
    throw badRequest('message to be replied not found')
  }
  const quote = typeof given['quote'] === 'string' ? given['quote'] : ''
  if (!textOf(original.content).includes(quote)) throw badRequest('QUOTE_TEXT_INVALID')
  return { replyToId: original.id, quote }
}

function olderForm(call: BotCall): Record<string, unknown> | undefined {
  const messageId = integerParameter(call, 'reply_to_message_id')
  if (messageId === undefined) return undefined
  return {
    message_id: messageId,
    allow_sending_without_reply: flagParameter(call, 'allow_sending_without_reply'),
  }
}
