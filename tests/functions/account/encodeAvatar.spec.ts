import { crc32, deflateSync } from 'node:zlib'
import sharp from 'sharp'
import type { Sharp } from 'sharp'
import { describe, expect, it } from 'vitest'
import { encodeAvatar } from '#functions/account/encodeAvatar.ts'
import { AVATAR_MAX_SIZE } from '#shared/api/account.ts'
import { refusalOf } from '../refusalOf.ts'

type Colour = 'red' | 'blue'

function plain(width: number, height: number, background: Colour = 'red'): Sharp {
  return sharp({ create: { width, height, channels: 3, background } })
}

/** Red, with its middle third, or its left half, blue. */
async function partlyBlue(width: number, height: number, left: number, blueWidth: number): Promise<Sharp> {
  const input = await plain(blueWidth, height, 'blue').png().toBuffer()
  return plain(width, height).composite([{ input, left, top: 0 }])
}

/** What lies at a place of a finished picture, between 0 and 1 across and down. */
async function colourAt(picture: Buffer, across: number, down: number): Promise<Colour> {
  const { data, info } = await sharp(picture).removeAlpha().raw().toBuffer({ resolveWithObject: true })
  const pixel = Math.floor(down * (info.height - 1)) * info.width + Math.floor(across * (info.width - 1))
  return (data[pixel * 3] ?? 0) > (data[pixel * 3 + 2] ?? 0) ? 'red' : 'blue'
}

function pngChunk(type: string, content: Buffer): Buffer {
  const typed = Buffer.concat([Buffer.from(type), content])
  const frame = Buffer.alloc(8)
  frame.writeUInt32BE(content.length, 0)
  frame.writeUInt32BE(crc32(typed), 4)
  return Buffer.concat([frame.subarray(0, 4), typed, frame.subarray(4)])
}

const PNG_HEAD_LENGTH = 8 + 25

/** The same PNG with a chunk more, before its pixels. */
function withChunk(png: Buffer, type: string, content: Buffer): Buffer {
  return Buffer.concat([
    png.subarray(0, PNG_HEAD_LENGTH),
    pngChunk(type, content),
    png.subarray(PNG_HEAD_LENGTH),
  ])
}

/** One colour, one bit a pixel: some kilobytes that unfold into as many pixels as it says. */
function foldedPng(side: number): Buffer {
  const head = Buffer.alloc(13)
  head.writeUInt32BE(side, 0)
  head.writeUInt32BE(side, 4)
  head.set([1, 0], 8)
  const pixels = deflateSync(Buffer.alloc((Math.ceil(side / 8) + 1) * side))
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  const chunks = [pngChunk('IHDR', head), pngChunk('IDAT', pixels), pngChunk('IEND', Buffer.alloc(0))]
  return Buffer.concat([signature, ...chunks])
}

const refused = async (bytes: Buffer) =>
  expect(await refusalOf(encodeAvatar(bytes))).toEqual({ code: 'imageRefused' })

describe('a picture', () => {
  it.each(['jpeg', 'png', 'webp'] as const)('in %s becomes a square of ours', async (format) => {
    const avatar = await encodeAvatar(await plain(900, 700)[format]().toBuffer())
    expect(await sharp(avatar).metadata()).toMatchObject({ format: 'webp', width: 512, height: 512 })
  })

  it.each([
    [1, 1],
    [3, 2000],
    [5000, 5000],
  ])('of %d by %d becomes the same square', async (width, height) => {
    const avatar = await encodeAvatar(await plain(width, height).jpeg().toBuffer())
    expect(await sharp(avatar).metadata()).toMatchObject({ width: 512, height: 512 })
  })

  it('is cut to its middle', async () => {
    const avatar = await encodeAvatar(await (await partlyBlue(900, 300, 300, 300)).png().toBuffer())
    expect(await colourAt(avatar, 0.05, 0.5)).toBe('blue')
    expect(await colourAt(avatar, 0.95, 0.5)).toBe('blue')
  })

  it('stands upright, as the camera noted it', async () => {
    const lying = await (
      await partlyBlue(300, 300, 0, 150)
    )
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer()
    const avatar = await encodeAvatar(lying)
    expect([await colourAt(avatar, 0.5, 0.1), await colourAt(avatar, 0.5, 0.9)]).toEqual(['blue', 'red'])
  })

  it('in the colours of print is shown in those of screens', async () => {
    const printed = await plain(40, 40).toColourspace('cmyk').jpeg().toBuffer()
    expect((await sharp(printed).metadata()).space).toBe('cmyk')
    expect(await sharp(await encodeAvatar(printed)).metadata()).toMatchObject({ space: 'srgb', channels: 3 })
  })
})

describe('what a picture carries beside its pixels', () => {
  const place = {
    IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '59/1 56/1 0/1' },
    IFD0: { Make: 'SecretCamera' },
  }

  it('is gone: where it was taken, by what, with which profile', async () => {
    const taken = await plain(300, 300).withExif(place).withIccProfile('p3').jpeg().toBuffer()
    expect(await sharp(taken).metadata()).toMatchObject({ exif: expect.anything() as unknown })
    expect(taken.includes('SecretCamera')).toBe(true)
    const avatar = await encodeAvatar(taken)
    const { exif, icc, xmp, iptc, comments } = await sharp(avatar).metadata()
    expect([exif, icc, xmp, iptc, comments]).toEqual(Array(5).fill(undefined))
    expect(avatar.includes('SecretCamera')).toBe(false)
  })

  const page = Buffer.from('<html><script>alert(1)</script></html>')

  it.each([
    ['behind a JPEG', async () => Buffer.concat([await plain(9, 9).jpeg().toBuffer(), page])],
    ['behind a PNG', async () => Buffer.concat([await plain(9, 9).png().toBuffer(), page])],
    ['in a note of a PNG', async () => withChunk(await plain(9, 9).png().toBuffer(), 'tEXt', page)],
    [
      'in a comment of a JPEG',
      async () => {
        const jpeg = await plain(9, 9).jpeg().toBuffer()
        const comment = Buffer.concat([Buffer.from([0xff, 0xfe, 0, page.length + 2]), page])
        return Buffer.concat([jpeg.subarray(0, 2), comment, jpeg.subarray(2)])
      },
    ],
  ])('is gone: a page %s', async (_place, draw) => {
    const polyglot = await draw()
    expect(polyglot.includes('<script>')).toBe(true)
    expect((await encodeAvatar(polyglot)).includes('<script>')).toBe(false)
  })
})

describe('what is no picture for us', () => {
  const svg =
    '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><image href="file:///etc/passwd"/></svg>'

  it.each([
    ['nothing', ''],
    ['a text', 'hello'],
    ['a page', '<html></html>'],
    ['an SVG', svg],
    ['an SVG with a declaration', `<?xml version="1.0"?>${svg}`],
    ['a PDF', '%PDF-1.4\n1 0 obj <<>> endobj\ntrailer <<>>\n%%EOF'],
    ['a PostScript', '%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\nshowpage'],
    ['a portable pixmap', 'P3 1 1 255 255 0 0'],
    ['only the beginning of a PNG', '\x89PNG\r\n\x1a\n'],
    ['only the beginning of a JPEG', '\xff\xd8\xff\xe0'],
  ])('is refused: %s', (_name, text) => refused(Buffer.from(text, 'latin1')))

  it.each(['gif', 'tiff', 'avif'] as const)('is refused: a %s', async (format) => {
    await refused(await plain(9, 9)[format]().toBuffer())
  })

  it('is refused: half a picture', async () => {
    const whole = await plain(900, 900).jpeg().toBuffer()
    await refused(whole.subarray(0, whole.length / 2))
  })

  it('is refused: one that moves, in WebP', async () => {
    const frames = await Promise.all(
      [plain(9, 9), plain(9, 9, 'blue')].map((frame) => frame.png().toBuffer()),
    )
    const moving = await sharp(frames, { join: { animated: true } })
      .webp()
      .toBuffer()
    expect((await sharp(moving).metadata()).pages).toBe(2)
    await refused(moving)
  })

  it('is refused: one that moves, in PNG', async () => {
    const frames = Buffer.from([0, 0, 0, 2, 0, 0, 0, 0])
    await refused(withChunk(await plain(9, 9).png().toBuffer(), 'acTL', frames))
  })

  it.each([5001, 20_000])(
    'is refused: a little file that unfolds into %d by as many pixels',
    async (side) => {
      const folded = foldedPng(side)
      expect(folded.length).toBeLessThan(AVATAR_MAX_SIZE)
      await refused(folded)
    },
  )

  it('is refused at once when it only claims to be large', async () => {
    const claiming = foldedPng(16)
    claiming.writeUInt32BE(0x7fffffff, 16)
    claiming.writeUInt32BE(0x7fffffff, 20)
    claiming.writeUInt32BE(crc32(claiming.subarray(12, 29)), 29)
    await refused(claiming)
  })
})
