import { addMessage } from '../Chat.ts'
import { wireMessage } from '../wireMessage.ts'
import { chatToWriteTo } from './chatToWriteTo.ts'
import type { Method } from './Method.ts'
import { replyOf } from './replyOf.ts'
import { textToSend } from './textToSend.ts'

export const sendMessage: Method = (call) => {
  const chat = chatToWriteTo(call)
  const text = textToSend(call)
  const message = addMessage(chat, { from: 'bot', content: { kind: 'text', text }, ...replyOf(call, chat) })
  chat.typingUntil = 0
  return wireMessage(call.bot, chat, message)
}
