import { describe, expect, it } from 'vitest'
import { cropSide, keptInside, movedBy, wholeCrop } from '#web/features/account/cropPicture.ts'

const size = { width: 400, height: 200 }

describe('a crop', () => {
  it('begins with the largest circle, from the middle', () => {
    const crop = wholeCrop(size)
    expect(crop).toEqual({ x: 200, y: 100, zoom: 1 })
    expect(cropSide(size, crop)).toBe(200)
  })

  it('moves by parts of what is shown', () => {
    expect(movedBy(size, wholeCrop(size), { x: 0.25, y: 0 })).toEqual({ x: 250, y: 100, zoom: 1 })
    expect(movedBy(size, { x: 200, y: 100, zoom: 2 }, { x: 0.25, y: 0 })).toEqual({ x: 225, y: 100, zoom: 2 })
  })

  it.each([
    [
      { x: 0, y: 0, zoom: 1 },
      { x: 100, y: 100, zoom: 1 },
    ],
    [
      { x: 999, y: 999, zoom: 2 },
      { x: 350, y: 150, zoom: 2 },
    ],
    [
      { x: 200, y: 100, zoom: 0.2 },
      { x: 200, y: 100, zoom: 1 },
    ],
    [
      { x: 200, y: 100, zoom: 50 },
      { x: 200, y: 100, zoom: 4 },
    ],
  ])('%o stays inside as %o', (crop, kept) => {
    expect(keptInside(size, crop)).toEqual(kept)
  })
})
