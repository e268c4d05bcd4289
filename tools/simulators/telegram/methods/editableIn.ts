import { badRequest } from '../badRequest.ts'
import { messageIn, type Chat, type ChatMessage } from '../Chat.ts'
import { integerParameter } from '../parameters.ts'
import type { BotCall } from './Method.ts'

export const NOT_MODIFIED =
  'message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message'

/** The bot's own message that `message_id` names. */
export function editableIn(chat: Chat, call: BotCall): ChatMessage {
  const message = messageIn(chat, integerParameter(call, 'message_id') ?? 0)
  if (!message) throw badRequest('message to edit not found')
  if (message.from !== 'bot') throw badRequest("message can't be edited")
  return message
}
