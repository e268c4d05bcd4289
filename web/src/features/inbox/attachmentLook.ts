import type { Attachment } from '#shared/domain/message.ts'

export type AttachmentLook = 'picture' | 'sticker' | 'sound' | 'video' | 'pdf' | 'file'

/** A picture made of pixels: an SVG may hold scripts, and no browser is asked to draw one. */
const PIXELS = /^image\/(?:jpeg|png|gif|webp|avif|bmp)$/u
const SOUND = /^(?:audio\/|application\/ogg|video\/(?:ogg|webm))/u

/** How an attachment is shown. Once it is here its type decides, which was read from its bytes; before, its kind. */
export function attachmentLook({
  kind,
  contentType,
  state,
}: Pick<Attachment, 'kind' | 'contentType' | 'state'>): AttachmentLook {
  const isHere = state === 'ready'
  if (kind === 'document') return isHere && contentType === 'application/pdf' ? 'pdf' : 'file'
  if (kind === 'image') return !isHere || PIXELS.test(contentType) ? 'picture' : 'file'
  if (kind === 'sticker') return !isHere || PIXELS.test(contentType) ? 'sticker' : 'file'
  if (state === 'failed') return 'file'
  if (kind === 'video') return !isHere || contentType.startsWith('video/') ? 'video' : 'file'
  return !isHere || SOUND.test(contentType) ? 'sound' : 'file'
}
