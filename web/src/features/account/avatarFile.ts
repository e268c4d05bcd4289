import { AVATAR_MAX_SIZE } from '#shared/api/account.ts'
import type { Crop } from './cropPicture.ts'
import { drawCrop } from './drawCrop.ts'

export const AVATAR_TYPES = ['image/jpeg', 'image/png', 'image/webp'] as const

/** Pixels: larger is never shown. */
const SIDE = 512
const QUALITY = 0.9

export type AvatarRefusal = 'avatarType' | 'avatarSize'

/** Why a file cannot become an avatar; null when it may. */
export function avatarRefusal({ type, size }: { type: string; size: number }): AvatarRefusal | null {
  if (!AVATAR_TYPES.some((known) => known === type)) return 'avatarType'
  return size > AVATAR_MAX_SIZE ? 'avatarSize' : null
}

/** The picture a file holds, to be let go by `releasePicture`. Rejects when it holds none. */
export async function readPicture(file: Blob): Promise<HTMLImageElement> {
  const picture = new Image()
  picture.src = URL.createObjectURL(file)
  try {
    await picture.decode()
    return picture
  } catch (cause) {
    releasePicture(picture)
    throw cause
  }
}

export function releasePicture(picture: HTMLImageElement): void {
  URL.revokeObjectURL(picture.src)
}

/** What is shown, small, without anything else the file held, in base64. Transparent parts become white. */
export function croppedAvatar(picture: HTMLImageElement, crop: Crop): string {
  const canvas = document.createElement('canvas')
  canvas.width = canvas.height = SIDE
  drawCrop(canvas, picture, crop)
  const pen = canvas.getContext('2d')
  if (pen) {
    pen.globalCompositeOperation = 'destination-over'
    pen.fillStyle = '#fff'
    pen.fillRect(0, 0, SIDE, SIDE)
  }
  return canvas.toDataURL('image/jpeg', QUALITY).replace(/^data:[^,]*,/, '')
}
