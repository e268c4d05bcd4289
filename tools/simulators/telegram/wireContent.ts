import type { Bot } from './Bot.ts'
import type { Content, FileContent } from './content.ts'
import type { StoredFile } from './FileStore.ts'

type Wire = Record<string, unknown>

/** A message's content in the fields of the Bot API's Message. */
export function wireContent(bot: Bot, chatId: number, content: Content): Wire {
  switch (content.kind) {
    case 'text':
      return { text: content.text, ...commandEntities(content.text) }
    case 'sticker':
      return { sticker: wireSticker(bot, content) }
    case 'location':
      return wirePlace(content)
    case 'contact':
      return { contact: wireCard(content, chatId) }
    case 'dice':
      return { dice: { emoji: '🎲', value: content.value } }
    default:
      return wireFileContent(bot, content)
  }
}

function commandEntities(text: string): Wire {
  const command = /^\/[A-Za-z0-9_]{1,32}/.exec(text)?.[0]
  return command ? { entities: [{ type: 'bot_command', offset: 0, length: command.length }] } : {}
}

function wireFileContent(bot: Bot, content: FileContent): Wire {
  return {
    [content.kind]: wireFile(bot, content),
    // For programs that know no animations.
    ...(content.kind === 'animation' && { document: wireFile(bot, { ...content, kind: 'document' }) }),
    ...(content.caption === '' ? {} : { caption: content.caption }),
    ...(content.mediaGroupId === undefined ? {} : { media_group_id: content.mediaGroupId }),
  }
}

function wireFile(bot: Bot, { kind, fileId, thumbnailId }: FileContent): unknown {
  const file = bot.files.get(fileId)
  if (!file) return ids(fileId)
  const described = { ...ids(fileId, file), file_size: file.size }
  const named = { file_name: file.name, mime_type: file.contentType }
  switch (kind) {
    case 'photo':
      return [wireThumbnail(bot, file, thumbnailId), { ...described, width: file.width, height: file.height }]
    case 'document':
      return { ...described, ...named }
    case 'voice':
      return { ...described, duration: 3, mime_type: file.contentType }
    case 'audio':
      return { ...described, ...named, duration: 60 }
    case 'video_note':
      return { ...described, duration: 5, length: 240 }
    case 'video':
    case 'animation':
      return { ...described, ...named, duration: 5, width: file.width, height: file.height }
  }
}

function wireThumbnail(bot: Bot, photo: StoredFile, thumbnailId = photo.fileId): Wire {
  const thumbnail = bot.files.get(thumbnailId)
  const scale = 90 / Math.max(photo.width, photo.height)
  return {
    ...ids(thumbnailId, thumbnail),
    file_size: thumbnail?.size ?? 0,
    width: Math.round(photo.width * scale),
    height: Math.round(photo.height * scale),
  }
}

type ContentOf<Kind> = Extract<Content, { readonly kind: Kind }>

/** A venue comes as a bare location too. */
function wirePlace({ latitude, longitude, title, address }: ContentOf<'location'>): Wire {
  const location = { latitude, longitude }
  return title === undefined ? { location } : { location, venue: { location, title, address: address ?? '' } }
}

function wireCard({ phone, firstName, isOwn }: ContentOf<'contact'>, chatId: number): Wire {
  return { phone_number: phone, first_name: firstName, ...(isOwn && { user_id: chatId }) }
}

function wireSticker(bot: Bot, { fileId, emoji, motion }: ContentOf<'sticker'>): Wire {
  const moves = { is_animated: motion === 'animated', is_video: motion === 'video' }
  const shape = { type: 'regular', width: 512, height: 512, ...moves }
  const own = ids(fileId, bot.files.get(fileId))
  const still = motion && { thumbnail: { ...own, width: 128, height: 128 } }
  return { ...own, ...shape, emoji, ...still }
}

function ids(fileId: string, file?: StoredFile): Wire {
  return { file_id: fileId, file_unique_id: file?.uniqueId ?? fileId.slice(0, 15) }
}
