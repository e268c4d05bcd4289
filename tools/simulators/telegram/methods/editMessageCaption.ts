import { badRequest } from '../badRequest.ts'
import { wireMessage } from '../wireMessage.ts'
import { chatOf } from './chatOf.ts'
import { NOT_MODIFIED, editableIn } from './editableIn.ts'
import type { Method } from './Method.ts'
import { captionToSend } from './textToSend.ts'

export const editMessageCaption: Method = (call) => {
  const chat = chatOf(call)
  const caption = captionToSend(call)
  const message = editableIn(chat, call)
  if (!('caption' in message.content)) throw badRequest('there is no caption in the message to edit')
  if (message.content.caption === caption) throw badRequest(NOT_MODIFIED)
  message.content = { ...message.content, caption }
  message.editDate = Math.floor(Date.now() / 1000)
  return wireMessage(call.bot, chat, message)
}
