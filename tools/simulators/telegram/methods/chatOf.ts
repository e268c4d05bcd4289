import { badRequest } from '../badRequest.ts'
import type { Chat } from '../Chat.ts'
import { integerParameter, textParameter } from '../parameters.ts'
import type { BotCall } from './Method.ts'

/** The chat that `chat_id` names. */
export function chatOf(call: BotCall): Chat {
  if (textParameter(call, 'chat_id') === '') throw badRequest('chat_id is empty')
  const chat = call.bot.chats.get(integerParameter(call, 'chat_id') ?? 0)
  if (!chat) throw badRequest('chat not found')
  return chat
}
