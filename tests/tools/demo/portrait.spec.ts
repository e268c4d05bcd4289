import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { demoPeople } from '#tools/demo/people.ts'
import { portrait } from '#tools/demo/portrait.ts'

const drawn = demoPeople.flatMap(({ name, looks }) => (looks ? [[name, looks] as const] : []))

describe('a portrait', () => {
  it.each(drawn)('of %s is a square picture', async (_name, looks) => {
    expect(await sharp(portrait(looks)).metadata()).toMatchObject({ format: 'png', width: 320, height: 320 })
  })

  it.each(drawn)('of %s shows the face in its middle, the wall in its corners', async (_name, looks) => {
    const { data } = await sharp(portrait(looks)).raw().toBuffer({ resolveWithObject: true })
    const colourAt = (x: number, y: number) => [...data.subarray((y * 320 + x) * 3, (y * 320 + x) * 3 + 3)]
    expect(colourAt(160, 160)).toEqual(looks.skin)
    expect(colourAt(0, 0)).toEqual(looks.wall)
    expect(colourAt(160, 310)).toEqual(looks.clothes)
  })

  it('is drawn of some and not of all: initials are shown, too', () => {
    expect(drawn.length).toBeGreaterThan(0)
    expect(drawn.length).toBeLessThan(demoPeople.length)
  })
})
