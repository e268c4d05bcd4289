import sharp from 'sharp'
import type { Sharp } from 'sharp'
import { DomainError } from '#shared/domain/DomainError.ts'

const SIDE = 512
const QUALITY = 82

/** A square of 5000 by 5000: what two megabytes unfold into is bounded as well. */
const MOST_PIXELS = 25_000_000

const TIME_LIMIT_SECONDS = 10

// libvips reads some fifty formats, SVG, PDF and those of ImageMagick among them: only these three are left.
// https://sharp.pixelplumbing.com/api-utility/#block
sharp.block({ operation: ['VipsForeignLoad'] })
sharp.unblock({
  operation: ['VipsForeignLoadJpegBuffer', 'VipsForeignLoadPngBuffer', 'VipsForeignLoadWebpBuffer'],
})

/**
 * A picture anybody sent as one of ours: a WebP square of its middle, upright, with nothing in it but pixels.
 * Throws `imageRefused`.
 */
export async function encodeAvatar(bytes: Buffer): Promise<Buffer> {
  try {
    const picture = sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: 'error' })
    await demandStill(picture, bytes)
    return await picture
      .autoOrient()
      .resize(SIDE, SIDE, { fit: 'cover' })
      .webp({ quality: QUALITY })
      .timeout({ seconds: TIME_LIMIT_SECONDS })
      .toBuffer()
  } catch (cause) {
    // sharp has no error class of its own: whatever it says of these bytes, they are no picture for us.
    throw cause instanceof DomainError ? cause : new DomainError('imageRefused')
  }
}

async function demandStill(picture: Sharp, bytes: Buffer): Promise<void> {
  const { pages = 1 } = await picture.metadata()
  if (pages > 1 || isAnimatedPng(bytes)) throw new DomainError('imageRefused')
}

/** An animation announces itself before the first pixels; libvips shows its first frame as if that were all. */
function isAnimatedPng(bytes: Buffer): boolean {
  return bytes.readUInt8(0) === 0x89 && bytes.subarray(0, bytes.indexOf('IDAT')).includes('acTL')
}
