import { InvalidInputError } from '#shared/provider/InvalidInputError.ts'
import type { Bot } from '../Bot.ts'
import type { Chat } from '../Chat.ts'
import { FILE_KINDS, type Content, type FileKind } from '../content.ts'
import { storeFile } from '../storeFile.ts'
import type { CustomerFile, CustomerMessage } from './customerMessageSchema.ts'
import { samplePhoto } from './samplePhoto.ts'

const DEFAULTS: Record<FileKind, { name: string; contentType: string }> = {
  photo: { name: 'photo.png', contentType: 'image/png' },
  document: { name: 'document.txt', contentType: 'text/plain' },
  voice: { name: 'voice.ogg', contentType: 'audio/ogg' },
  video: { name: 'video.mp4', contentType: 'video/mp4' },
  audio: { name: 'audio.mp3', contentType: 'audio/mpeg' },
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
  { text, sticker, location, contact }: CustomerMessage,
): Content[] {
  const { phone, firstName } = chat.customer
  return [
    ...(text === undefined ? [] : [{ kind: 'text', text } as const]),
    ...(sticker ? [{ kind: 'sticker', emoji: sticker.emoji, fileId: stickerFile(bot) } as const] : []),
    ...(location ? [{ kind: 'location', ...location } as const] : []),
    ...(contact ? [{ kind: 'contact', phone: phone.replace(/\D/g, ''), firstName } as const] : []),
  ]
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
  return kind === 'photo' ? samplePhoto() : Buffer.from('Пример файла из симулятора\n')
}

function stickerFile(bot: Bot): string {
  const file = { name: 'sticker.webp', contentType: 'image/webp', bytes: undefined, size: 1024 }
  return bot.files.add({ kind: 'sticker', ...file }).fileId
}
