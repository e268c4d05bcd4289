import { InvalidInputError } from '#shared/provider/InvalidInputError.ts'
import type { Bot } from '../Bot.ts'
import type { Chat } from '../Chat.ts'
import { FILE_KINDS, type Content, type FileKind } from '../content.ts'
import { storeFile } from '../storeFile.ts'
import type { CustomerFile, CustomerMessage } from './customerMessageSchema.ts'
import { sampleFile } from './sampleFile.ts'
import { samplePhoto } from './samplePhoto.ts'

const DEFAULTS: Record<FileKind, { name: string; contentType: string }> = {
  photo: { name: 'photo.png', contentType: 'image/png' },
  document: { name: 'document.txt', contentType: 'text/plain' },
  voice: { name: 'voice.ogg', contentType: 'audio/ogg' },
  video: { name: 'video.mp4', contentType: 'video/mp4' },
  audio: { name: 'audio.mp3', contentType: 'audio/mpeg' },
  video_note: { name: 'video.mp4', contentType: 'video/mp4' },
  animation: { name: 'animation.mp4', contentType: 'video/mp4' },
}

/** The content of what a customer sends; exactly one must be given. */
export function contentOf(bot: Bot, chat: Chat, message: CustomerMessage): Content {
  const contents = [...simpleContents(bot, chat, message), ...fileContents(bot, message)]
  const [content, ...more] = contents
  if (!content || more.length > 0) throw new InvalidInputError(['message: exactly one content expected'])
  return content
}

function simpleContents(
  bot: Bot,
  chat: Chat,
  { text, sticker, location, contact, dice }: CustomerMessage,
): Content[] {
  return [
    ...(text === undefined ? [] : [{ kind: 'text', text } as const]),
    ...(sticker ? [{ kind: 'sticker', ...sticker, fileId: stickerFile(bot) } as const] : []),
    ...(location ? [{ kind: 'location', ...location } as const] : []),
    ...(contact ? [cardOf(chat, contact)] : []),
    ...(dice ? [{ kind: 'dice', ...dice } as const] : []),
  ]
}

function cardOf({ customer }: Chat, contact: NonNullable<CustomerMessage['contact']>): Content {
  const { name, phone } = contact === true ? { ...customer, name: customer.firstName } : contact
  return { kind: 'contact', phone: phone.replace(/\D/g, ''), firstName: name, isOwn: contact === true }
}

function fileContents(bot: Bot, message: CustomerMessage): Content[] {
  return FILE_KINDS.flatMap((kind) => {
    const file = message[kind]
    if (!file) return []
    const { caption, mediaGroupId } = message
    return [{ ...storeFile(bot, { kind, ...described(kind, file) }), caption, mediaGroupId }]
  })
}

function described(kind: FileKind, { name, contentType, base64, size }: CustomerFile) {
  const given = base64 === undefined ? undefined : Buffer.from(base64, 'base64')
  const bytes = given ?? (size === undefined ? sample(kind) : undefined)
  return {
    ...DEFAULTS[kind],
    ...definedOnly({ name, contentType }),
    bytes,
    size: bytes?.byteLength ?? size ?? 0,
  }
}

function definedOnly(facts: { name: string | undefined; contentType: string | undefined }) {
  return {
    ...(facts.name === undefined ? {} : { name: facts.name }),
    ...(facts.contentType === undefined ? {} : { contentType: facts.contentType }),
  }
}

function sample(kind: FileKind): Buffer {
  if (kind === 'photo') return samplePhoto()
  if (kind === 'voice') return sampleFile('voice.ogg')
  if (kind === 'video' || kind === 'video_note' || kind === 'animation') return sampleFile('video.mp4')
  return Buffer.from('Пример файла из симулятора\n')
}

function stickerFile(bot: Bot): string {
  const bytes = sampleFile('sticker.webp')
  const file = { name: 'sticker.webp', contentType: 'image/webp', bytes, size: bytes.byteLength }
  return bot.files.add({ kind: 'sticker', ...file }).fileId
}
