import { cropSide } from './cropPicture.ts'
import type { Crop } from './cropPicture.ts'

/** Draws what the crop shows over the whole canvas. */
export function drawCrop(canvas: HTMLCanvasElement, picture: HTMLImageElement, crop: Crop): void {
  const { naturalWidth: width, naturalHeight: height } = picture
  const side = cropSide({ width, height }, crop)
  const pen = canvas.getContext('2d')
  if (!pen) return
  pen.imageSmoothingQuality = 'high'
  pen.clearRect(0, 0, canvas.width, canvas.height)
  pen.drawImage(picture, crop.x - side / 2, crop.y - side / 2, side, side, 0, 0, canvas.width, canvas.height)
}
