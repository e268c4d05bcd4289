import { badRequest } from '../badRequest.ts'
import { messageIn } from '../Chat.ts'
import { integerParameter } from '../parameters.ts'
import { chatOf } from './chatOf.ts'
import type { Method } from './Method.ts'

const DELETABLE_S = 48 * 3600

export const deleteMessage: Method = (call) => {
  const chat = chatOf(call)
  const message = messageIn(chat, integerParameter(call, 'message_id') ?? 0)
  if (!message) throw badRequest('message to delete not found')
  if (Date.now() / 1000 - message.date > DELETABLE_S) throw badRequest("message can't be deleted")
  chat.messages.splice(chat.messages.indexOf(message), 1)
  return true
}
