import type { IncomingAttachment, MessageReceived } from '#shared/domain/channelEvent.ts'
import type { TelegramMessage } from './payload.ts'

type Content = Pick<MessageReceived, 'kind' | 'attachments' | 'location' | 'sharedContact'> &
  Partial<Pick<MessageReceived, 'text'>>

type Contact = NonNullable<TelegramMessage['contact']>

/** What a message consists of; `text` only where it is not the message's own words. */
export function contentOf(message: TelegramMessage): Content {
  if (message.text !== undefined) return { kind: 'text', attachments: [] }
  const file = fileOf(message)
  if (file) return { kind: file.kind, attachments: [file] }
  if (message.sticker) return stickerContent(message.sticker)
  return placeOf(message) ?? cardOf(message) ?? { kind: 'unsupported', attachments: [] }
}

/** Digits with a leading +, '' where a card has none. */
export function phoneOf({ phone_number }: Contact): string {
  const digits = phone_number.replace(/\D/g, '')
  return digits ? `+${digits}` : ''
}

/** An animation comes as a document too, for programs that know no better. */
function fileOf({
  photo,
  video,
  animation,
  video_note: note,
  voice,
  audio,
  document,
}: TelegramMessage): IncomingAttachment | undefined {
  const largest = photo?.at(-1)
  const film = video ?? animation
  if (largest) return { kind: 'image', ...pictureOf(largest, 'photo.jpg', 'image/jpeg') }
  if (film) return { kind: 'video', ...described(film, 'video.mp4', 'video/mp4') }
  if (note) return { kind: 'video', ...described(squared(note), 'video.mp4', 'video/mp4') }
  if (voice) return { kind: 'voice', ...described(voice, 'voice.ogg', 'audio/ogg') }
  if (audio) return { kind: 'audio', ...described(audio, 'audio.mp3', 'audio/mpeg') }
  return document && { kind: 'document', ...described(document, 'file', 'application/octet-stream') }
}

function squared({ length, ...note }: NonNullable<TelegramMessage['video_note']>) {
  return { ...note, width: length, height: length }
}

type File = NonNullable<TelegramMessage['document']>
type Film = File & Pick<NonNullable<TelegramMessage['video']>, 'duration' | 'width' | 'height'>

function described(
  { file_id, file_name, mime_type, file_size, duration, width, height }: Film,
  name: string,
  contentType: string,
): Omit<IncomingAttachment, 'kind'> {
  return {
    name: file_name ?? name,
    contentType: mime_type ?? contentType,
    size: file_size ?? 0,
    ...(duration !== undefined && { duration }),
    ...(width && height ? { width, height } : {}),
    externalRef: file_id,
  }
}

type Picture = NonNullable<TelegramMessage['photo']>[number]

function pictureOf(
  { file_id, file_size, width, height }: Picture,
  name: string,
  contentType: string,
): Omit<IncomingAttachment, 'kind'> {
  return { name, contentType, size: file_size ?? 0, width, height, externalRef: file_id }
}

/** What moves (`.tgs`, `.webm`) stands still: no browser draws the one, and few the other. Without a still it is its emoji. */
function stickerContent(sticker: NonNullable<TelegramMessage['sticker']>): Content {
  const text = sticker.emoji ?? ''
  const still = sticker.is_animated || sticker.is_video ? sticker.thumbnail : sticker
  if (!still) return { kind: 'sticker', text, attachments: [] }
  const picture = { kind: 'sticker' as const, ...pictureOf(still, 'sticker.webp', 'image/webp') }
  return { kind: 'sticker', text, attachments: [picture] }
}

/** A venue comes as a bare location too. */
function placeOf({ venue, location }: TelegramMessage): Content | undefined {
  const point = venue?.location ?? location
  if (!point) return undefined
  const { title = '', address = '' } = venue ?? {}
  return { kind: 'location', attachments: [], location: { ...point, title, address } }
}

function cardOf({ contact }: TelegramMessage): Content | undefined {
  if (!contact) return undefined
  const name = [contact.first_name, contact.last_name].filter(Boolean).join(' ')
  return { kind: 'contact', attachments: [], sharedContact: { name, phone: phoneOf(contact) } }
}
