import type { Attachment } from './message.ts'

/** What messengers show as a picture; anything else travels as a file. */
const PICTURES: ReadonlySet<string> = new Set(['image/jpeg', 'image/png', 'image/webp'])
const FILMS: ReadonlySet<string> = new Set(['video/mp4', 'video/quicktime', 'video/webm'])
const SOUNDS: ReadonlySet<string> = new Set(['audio/mpeg', 'audio/mp4', 'audio/x-m4a', 'audio/ogg'])

/** How a file of ours goes to messengers, by its type. */
export function fileKind(contentType: string): Attachment['kind'] {
  if (PICTURES.has(contentType)) return 'image'
  if (FILMS.has(contentType)) return 'video'
  return SOUNDS.has(contentType) ? 'audio' : 'document'
}
