import { badRequest } from '../badRequest.ts'
import { messageIn } from '../Chat.ts'
import { integerParameter } from '../parameters.ts'
import { wireMessage } from '../wireMessage.ts'
import { chatOf } from './chatOf.ts'
import type { Method } from './Method.ts'
import { textToSend } from './textToSend.ts'

const NOT_MODIFIED =
  'message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message'

export const editMessageText: Method = (call) => {
  const chat = chatOf(call)
  const text = textToSend(call)
  const message = messageIn(chat, integerParameter(call, 'message_id') ?? 0)
  if (!message) throw badRequest('message to edit not found')
  if (message.from !== 'bot') throw badRequest("message can't be edited")
  if (message.content.kind !== 'text') throw badRequest('there is no text in the message to edit')
  if (message.content.text === text) throw badRequest(NOT_MODIFIED)
  message.content = { kind: 'text', text }
  message.editDate = Math.floor(Date.now() / 1000)
  return wireMessage(call.bot, chat, message)
}
