import { badRequest } from '../badRequest.ts'
import type { Bot } from '../Bot.ts'
import { addMessage } from '../Chat.ts'
import type { FileContent, FileKind } from '../content.ts'
import { imageFormat, type ImageFormat } from '../imageFormat.ts'
import type { UploadedFile } from '../../http/readCall.ts'
import { textParameter } from '../parameters.ts'
import { storeFile } from '../storeFile.ts'
import { wireMessage } from '../wireMessage.ts'
import { chatToWriteTo } from './chatToWriteTo.ts'
import type { BotCall, Method } from './Method.ts'
import { replyOf } from './replyOf.ts'
import { captionToSend } from './textToSend.ts'

/** https://core.telegram.org/bots/api#sendphoto */
const MAX_PHOTO_BYTES = 10 * 1024 * 1024
const MAX_PHOTO_SIDES = 10_000
const MAX_PHOTO_RATIO = 20

/** sendPhoto, sendDocument and their kin: they differ in the name of one parameter. */
export function sendFile(kind: FileKind): Method {
  return (call) => {
    const chat = chatToWriteTo(call)
    const caption = captionToSend(call)
    const reply = replyOf(call, chat)
    const message = addMessage(chat, { from: 'bot', content: { ...fileOf(call, kind), caption }, ...reply })
    chat.typingUntil = 0
    return wireMessage(call.bot, chat, message)
  }
}

function fileOf(call: BotCall, kind: FileKind): Omit<FileContent, 'caption'> {
  const reference = textParameter(call, kind)
  const attachedAs = /^attach:\/\/(.+)$/.exec(reference)?.[1] ?? kind
  const upload = call.files.get(attachedAs)
  if (upload) return uploaded(call.bot, kind, upload)
  if (reference === '') throw badRequest(`there is no ${kind} in the request`)
  if (/^https?:/.test(reference)) throw badRequest('the simulator takes files by upload or file_id only')
  if (!call.bot.files.get(reference)) throw badRequest('wrong file identifier/HTTP URL specified')
  return { kind, fileId: reference }
}

function uploaded(
  bot: Bot,
  kind: FileKind,
  { name, contentType, bytes }: UploadedFile,
): Omit<FileContent, 'caption'> {
  const size = bytes.byteLength
  if (size === 0) throw badRequest('file must be non-empty')
  if (kind === 'photo') refusePhoto(bytes)
  return storeFile(bot, { kind, name, contentType: contentType || 'application/octet-stream', bytes, size })
}

function refusePhoto(bytes: Uint8Array): void {
  const size = bytes.byteLength
  if (size > MAX_PHOTO_BYTES) {
    throw badRequest(
      `file of size ${size} bytes is too big for a photo; the maximum size is ${MAX_PHOTO_BYTES} bytes`,
    )
  }
  const picture = imageFormat(bytes)
  if (!picture) throw badRequest('IMAGE_PROCESS_FAILED')
  if (!isWithinSides(picture)) throw badRequest('PHOTO_INVALID_DIMENSIONS')
}

function isWithinSides({ width, height }: ImageFormat): boolean {
  const [shorter, longer] = width < height ? [width, height] : [height, width]
  return shorter + longer <= MAX_PHOTO_SIDES && longer <= shorter * MAX_PHOTO_RATIO
}
