import { crc32, deflateSync } from 'node:zlib'

const WIDTH = 480
const HEIGHT = 320

/** A chequered cloth, for those who have no picture at hand. */
export function samplePhoto(): Buffer {
  const rows = Buffer.alloc(HEIGHT * (1 + WIDTH * 3))
  for (let y = 0; y < HEIGHT; y++) {
    for (let x = 0; x < WIDTH; x++) rows.set(clothAt(x, y), y * (1 + WIDTH * 3) + 1 + x * 3)
  }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(WIDTH, 0)
  header.writeUInt32BE(HEIGHT, 4)
  header.set([8, 2], 8)
  const signature = Buffer.from('89504e470d0a1a0a', 'hex')
  return Buffer.concat([signature, chunk('IHDR', header), chunk('IDAT', deflateSync(rows)), chunk('IEND')])
}

function clothAt(x: number, y: number): [number, number, number] {
  if (x % 80 < 6 || y % 80 < 6) return [95, 130, 134]
  const stripes = Number(x % 160 < 80) + Number(y % 160 < 80)
  const weave = (x + y) % 4 < 2 ? 0 : 6
  return [236 - stripes * 34 + weave, 222 - stripes * 52 + weave, 208 - stripes * 50 + weave]
}

function chunk(type: string, data: Buffer = Buffer.alloc(0)): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const length = Buffer.alloc(4)
  length.writeUInt32BE(data.length)
  const check = Buffer.alloc(4)
  check.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, check])
}
