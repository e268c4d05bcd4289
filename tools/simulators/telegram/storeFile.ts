import type { Bot } from './Bot.ts'
import type { FileContent } from './content.ts'
import type { NewFile } from './FileStore.ts'

/** One pixel: whoever takes a photo's small copy for the photo will see it. */
const THUMBNAIL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
)

/** Keeps a file for the bot, and a small copy beside a photo, as Telegram does. */
export function storeFile(
  bot: Bot,
  file: NewFile & { readonly kind: FileContent['kind'] },
): Pick<FileContent, 'kind' | 'fileId' | 'thumbnailId'> {
  const { fileId } = bot.files.add(file)
  if (file.kind !== 'photo') return { kind: file.kind, fileId }
  const thumbnail = bot.files.add({
    kind: 'photo',
    name: 'thumbnail.png',
    contentType: 'image/png',
    bytes: THUMBNAIL,
    size: THUMBNAIL.byteLength,
  })
  return { kind: 'photo', fileId, thumbnailId: thumbnail.fileId }
}
