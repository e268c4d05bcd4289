import type { Attachment } from '#shared/domain/message.ts'

const MAX_HEIGHT = 320
const WIDTH = 276
const UNKNOWN_HEIGHT = 200

/** A place reserved before anything is loaded, so that nothing jumps: as CSS says it. */
export function pictureRatio({ width, height }: Pick<Attachment, 'width' | 'height'>): string {
  if (!width || !height) return `${WIDTH} / ${UNKNOWN_HEIGHT}`
  return `${WIDTH} / ${Math.min(MAX_HEIGHT, Math.round((WIDTH * height) / width))}`
}
