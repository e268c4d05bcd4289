import { badRequest } from '../badRequest.ts'
import { textParameter } from '../parameters.ts'
import type { BotCall } from './Method.ts'

/** The documentation counts characters and does not say which; UTF-16 units are the strictest reading. */
const MAX_TEXT = 4096
const MAX_CAPTION = 1024

export function textToSend(call: BotCall): string {
  refuseParseMode(call)
  const text = cleanText(call, 'text')
  if (text === '') throw badRequest('message text is empty')
  if (text.length > MAX_TEXT) throw badRequest('message is too long')
  return text
}

export function captionToSend(call: BotCall): string {
  refuseParseMode(call)
  const caption = cleanText(call, 'caption')
  if (caption.length > MAX_CAPTION) throw badRequest('message caption is too long')
  return caption
}

/** Telegram drops every CR before it counts: a form has one at each line's end. */
function cleanText(call: BotCall, name: string): string {
  return textParameter(call, name).replaceAll('\r', '').trim()
}

/** Taken silently, marked-up text would look right here and be refused by Telegram. */
function refuseParseMode(call: BotCall): void {
  if (textParameter(call, 'parse_mode') !== '') throw badRequest('the simulator does not play parse_mode')
}
