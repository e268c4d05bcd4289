import { BotApiError } from '../BotApiError.ts'
import type { Chat } from '../Chat.ts'
import { chatOf } from './chatOf.ts'
import type { BotCall } from './Method.ts'

/** The chat that `chat_id` names, if the bot may write there. */
export function chatToWriteTo(call: BotCall): Chat {
  const chat = chatOf(call)
  if (!chat.isStarted) throw new BotApiError(403, "Forbidden: bot can't initiate conversation with a user")
  if (chat.isBlocked) throw new BotApiError(403, 'Forbidden: bot was blocked by the user')
  return chat
}
