import { badRequest } from '../badRequest.ts'
import { wireMessage } from '../wireMessage.ts'
import { chatOf } from './chatOf.ts'
import { NOT_MODIFIED, editableIn } from './editableIn.ts'
import type { Method } from './Method.ts'
import { textToSend } from './textToSend.ts'

export const editMessageText: Method = (call) => {
  const chat = chatOf(call)
  const text = textToSend(call)
  const message = editableIn(chat, call)
  if (message.content.kind !== 'text') throw badRequest('there is no text in the message to edit')
  if (message.content.text === text) throw badRequest(NOT_MODIFIED)
  message.content = { kind: 'text', text }
  message.editDate = Math.floor(Date.now() / 1000)
  return wireMessage(call.bot, chat, message)
}
