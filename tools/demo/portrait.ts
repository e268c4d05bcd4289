import type { Colour } from './encodePng.ts'
import { encodePng } from './encodePng.ts'

/** What a drawn person is told by. */
export interface Features {
  readonly wall: Colour
  readonly skin: Colour
  readonly hair: Colour
  readonly clothes: Colour
  /** Down to the shoulders. */
  readonly hasLongHair: boolean
}

const SIDE = 320

/** A person as a few flat shapes before a wall: enough for a circle of forty pixels. */
export function portrait(features: Features): Buffer {
  return encodePng(SIDE, SIDE, (x, y) => colourAt(features, x / SIDE, y / SIDE))
}

function colourAt({ wall, skin, hair, clothes, hasLongHair }: Features, x: number, y: number): Colour {
  const isFace = isWithin(x, y, { across: 0.5, down: 0.45, width: 0.17, height: 0.21 })
  const isFringe = isWithin(x, y, { across: 0.5, down: 0.24, width: 0.2, height: 0.12 })
  if (isFace && !isFringe) return skin
  if (isWithin(x, y, { across: 0.5, down: 0.38, width: 0.22, height: 0.22 }) && y < 0.5) return hair
  if (Math.abs(x - 0.5) < 0.06 && y > 0.6 && y < 0.72) return skin
  if (isWithin(x, y, { across: 0.5, down: 1.02, width: 0.36, height: 0.33 })) return clothes
  if (hasLongHair && isWithin(x, y, { across: 0.5, down: 0.5, width: 0.23, height: 0.3 })) return hair
  return shaded(wall, y)
}

interface Ellipse {
  readonly across: number
  readonly down: number
  readonly width: number
  readonly height: number
}

function isWithin(x: number, y: number, { across, down, width, height }: Ellipse): boolean {
  return ((x - across) / width) ** 2 + ((y - down) / height) ** 2 <= 1
}

/** A little darker towards the floor. */
function shaded([red, green, blue]: Colour, y: number): Colour {
  const light = 1 - y * 0.18
  return [Math.round(red * light), Math.round(green * light), Math.round(blue * light)]
}
