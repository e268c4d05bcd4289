import { badRequest } from '../badRequest.ts'
import { textParameter } from '../parameters.ts'
import { chatToWriteTo } from './chatToWriteTo.ts'
import type { Method } from './Method.ts'

const ACTIONS = [
  'typing',
  'upload_photo',
  'record_video',
  'upload_video',
  'record_voice',
  'upload_voice',
  'upload_document',
  'choose_sticker',
  'find_location',
  'record_video_note',
  'upload_video_note',
]
/** The customer sees it "for 5 seconds or less". */
const SHOWN_MS = 5_000

export const sendChatAction: Method = (call) => {
  const chat = chatToWriteTo(call)
  if (!ACTIONS.includes(textParameter(call, 'action'))) throw badRequest('wrong parameter action in request')
  chat.typingUntil = Date.now() + SHOWN_MS
  return true
}
