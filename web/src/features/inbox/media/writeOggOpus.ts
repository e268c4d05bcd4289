import { opusSamples } from './opusSamples.ts'
import type { OpusStream } from './webmOpus.ts'

/** https://www.rfc-editor.org/rfc/rfc3533, https://www.rfc-editor.org/rfc/rfc7845 */
const HEADER_SIZE = 27
const FIRST_PAGE = 2
const LAST_PAGE = 4
const MAX_SEGMENTS = 255
const SEGMENT_SIZE = 255

/** About a second: what a player must read before it can begin anew. */
const PACKETS_PER_PAGE = 50

/** Any number: it tells streams of one file apart, and there is one. */
const SERIAL = 0x50616374

interface Page {
  readonly packets: readonly Uint8Array[]
  /** Samples up to the end of this page. */
  readonly position: number
  readonly flags: number
}

/** Wraps Opus the way messengers take voice notes. */
export function writeOggOpus({ head, packets }: OpusStream): Uint8Array<ArrayBuffer> {
  const pages: Page[] = [
    { packets: [head], position: 0, flags: FIRST_PAGE },
    { packets: [tags()], position: 0, flags: 0 },
    ...soundPages(packets),
  ]
  return joined(pages.map(writePage))
}

/** No words about the sound: neither its maker nor its place shall travel with it. */
function tags(): Uint8Array {
  const vendor = new TextEncoder().encode('Opus')
  const comments = new Uint8Array(8 + 4 + vendor.length + 4)
  comments.set(new TextEncoder().encode('OpusTags'))
  new DataView(comments.buffer).setUint32(8, vendor.length, true)
  comments.set(vendor, 12)
  return comments
}

function soundPages(packets: readonly Uint8Array[]): Page[] {
  const pages: Page[] = []
  let position = 0
  for (const group of groupsOf(packets)) {
    position += group.reduce((samples, packet) => samples + opusSamples(packet), 0)
    pages.push({ packets: group, position, flags: 0 })
  }
  return pages.map((page, at) => (at === pages.length - 1 ? { ...page, flags: LAST_PAGE } : page))
}

function segmentsOf({ length }: Uint8Array): number {
  return Math.floor(length / SEGMENT_SIZE) + 1
}

function groupsOf(packets: readonly Uint8Array[]): Uint8Array[][] {
  const groups: Uint8Array[][] = []
  let segments = Infinity
  for (const packet of packets) {
    const group = groups[groups.length - 1]
    segments += segmentsOf(packet)
    if (group && group.length < PACKETS_PER_PAGE && segments <= MAX_SEGMENTS) {
      group.push(packet)
    } else {
      groups.push([packet])
      segments = segmentsOf(packet)
    }
  }
  return groups
}

function writePage({ packets, position, flags }: Page, sequence: number): Uint8Array<ArrayBuffer> {
  const lengths = packets.flatMap(lacing)
  const page = joined([new Uint8Array(HEADER_SIZE), Uint8Array.from(lengths), ...packets])
  const view = new DataView(page.buffer)
  page.set(new TextEncoder().encode('OggS'))
  page[5] = flags
  view.setUint32(6, position % 2 ** 32, true)
  view.setUint32(10, Math.floor(position / 2 ** 32), true)
  view.setUint32(14, SERIAL, true)
  view.setUint32(18, sequence, true)
  page[26] = lengths.length
  view.setUint32(22, checksum(page), true)
  return page
}

/** A packet's length as full segments and a rest, which is there even when it is nothing. */
function lacing(packet: Uint8Array): number[] {
  return Array.from({ length: segmentsOf(packet) }, (_, at) =>
    Math.min(SEGMENT_SIZE, packet.length - at * SEGMENT_SIZE),
  )
}

const POLYNOMIAL = 0x04c11db7

const table = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte << 24
  for (let bit = 0; bit < 8; bit++) value = (value << 1) ^ (value < 0 ? POLYNOMIAL : 0)
  return value
})

/** CRC-32 as Ogg has it: not reflected, beginning and ending with nothing. */
function checksum(bytes: Uint8Array): number {
  return bytes.reduce((crc, byte) => ((crc << 8) ^ (table[((crc >>> 24) ^ byte) & 0xff] ?? 0)) >>> 0, 0)
}

function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((size, { length }) => size + length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}
