/** What of a picture is shown in the circle. */
export interface Crop {
  /** The middle, in the picture's pixels. */
  readonly x: number
  readonly y: number
  /** 1: the largest circle the picture holds. */
  readonly zoom: number
}

export interface PictureSize {
  readonly width: number
  readonly height: number
}

export const ZOOM_MAX = 4

/** The whole height or width, from the middle. */
export function wholeCrop({ width, height }: PictureSize): Crop {
  return { x: width / 2, y: height / 2, zoom: 1 }
}

/** The side of the square that is cut out, in the picture's pixels. */
export function cropSide({ width, height }: PictureSize, { zoom }: Crop): number {
  return Math.min(width, height) / zoom
}

/** The nearest crop that does not leave the picture. */
export function keptInside(size: PictureSize, crop: Crop): Crop {
  const zoom = between(1, crop.zoom, ZOOM_MAX)
  const half = cropSide(size, { ...crop, zoom }) / 2
  return {
    zoom,
    x: between(half, crop.x, size.width - half),
    y: between(half, crop.y, size.height - half),
  }
}

/** Moves by a part of what is shown: 1 is the whole width of the circle. */
export function movedBy(size: PictureSize, crop: Crop, { x, y }: { x: number; y: number }): Crop {
  const side = cropSide(size, crop)
  return keptInside(size, { ...crop, x: crop.x + x * side, y: crop.y + y * side })
}

function between(least: number, value: number, most: number): number {
  return Math.min(Math.max(value, least), most)
}
