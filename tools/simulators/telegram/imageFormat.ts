export interface ImageFormat {
  readonly extension: 'png' | 'jpg' | 'gif' | 'webp'
  readonly width: number
  readonly height: number
}

/** Where the format does not tell its size without being unpacked. */
const UNKNOWN_SIZE = { width: 640, height: 480 }

/** What kind of picture the bytes are, or undefined when they are none. */
export function imageFormat(bytes: Uint8Array): ImageFormat | undefined {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const head = view.toString('latin1', 0, 12)
  if (head.startsWith('\x89PNG') && view.length >= 24) {
    return { extension: 'png', width: view.readUInt32BE(16), height: view.readUInt32BE(20) }
  }
  if (head.startsWith('GIF8') && view.length >= 10) {
    return { extension: 'gif', width: view.readUInt16LE(6), height: view.readUInt16LE(8) }
  }
  if (head.startsWith('RIFF') && head.endsWith('WEBP')) return { extension: 'webp', ...UNKNOWN_SIZE }
  if (head.startsWith('\xff\xd8\xff')) return { extension: 'jpg', ...(jpegSize(view) ?? UNKNOWN_SIZE) }
  return undefined
}

/** Walks the segments to the first frame header (SOF0–SOF15 without the tables among them). */
function jpegSize(view: Buffer): { width: number; height: number } | undefined {
  for (let at = 2; at + 9 < view.length && view[at] === 0xff; at += 2 + view.readUInt16BE(at + 2)) {
    const marker = view.readUInt8(at + 1)
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)
    if (isFrame) return { height: view.readUInt16BE(at + 5), width: view.readUInt16BE(at + 7) }
  }
  return undefined
}
