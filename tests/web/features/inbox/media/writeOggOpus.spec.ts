import { OggOpusDecoder } from 'ogg-opus-decoder'
import { describe, expect, it } from 'vitest'
import { aWebmRecording } from '#tests/builders/aWebmRecording.ts'
import { writeOggOpus } from '#web/features/inbox/media/writeOggOpus.ts'
import { opusSamples } from '#web/features/inbox/media/opusSamples.ts'
import { readWebmOpus } from '#web/features/inbox/media/webmOpus.ts'

const head = new TextEncoder().encode('OpusHead')

interface Page {
  readonly flags: number
  readonly position: number
  readonly sequence: number
  readonly crc: number
  readonly segments: readonly number[]
  readonly bytes: Uint8Array
}

function pagesOf(file: Uint8Array): Page[] {
  const pages: Page[] = []
  for (let at = 0; at < file.length;) {
    const view = new DataView(file.buffer, at)
    const segments = [...file.subarray(at + 27, at + 27 + view.getUint8(26))]
    const length = 27 + segments.length + segments.reduce((sum, size) => sum + size, 0)
    pages.push({
      flags: view.getUint8(5),
      position: view.getUint32(6, true),
      sequence: view.getUint32(18, true),
      crc: view.getUint32(22, true),
      segments,
      bytes: file.slice(at, at + length),
    })
    at += length
  }
  return pages
}

/** Bit by bit, as the specification words it. */
function crcOf(page: Uint8Array): number {
  const bytes = page.slice()
  bytes.fill(0, 22, 26)
  let crc = 0n
  for (const byte of bytes) {
    crc ^= BigInt(byte) << 24n
    for (let bit = 0; bit < 8; bit++)
      crc = crc & 0x80000000n ? ((crc << 1n) ^ 0x04c11db7n) & 0xffffffffn : (crc << 1n) & 0xffffffffn
  }
  return Number(crc)
}

describe('writeOggOpus', () => {
  it('makes of a browser’s recording what a decoder plays to its end', async () => {
    const stream = readWebmOpus(aWebmRecording())
    const decoder = new OggOpusDecoder()
    await decoder.ready
    const { channelData, samplesDecoded, errors } = await decoder.decodeFile(writeOggOpus(stream))
    decoder.free()
    const samples = stream.packets.reduce((sum, packet) => sum + opusSamples(packet), 0)
    expect(errors).toEqual([])
    expect(samplesDecoded).toBeGreaterThan(samples - 4_000)
    expect(samplesDecoded).toBeLessThanOrEqual(samples)
    expect(Math.max(...(channelData[0] ?? []))).toBeGreaterThan(0.1)
  })

  it('begins with the head and its tags, each on a page of its own', () => {
    const [first, second, third] = pagesOf(writeOggOpus(readWebmOpus(aWebmRecording())))
    expect(first).toMatchObject({ flags: 2, position: 0, sequence: 0 })
    expect(second).toMatchObject({ flags: 0, position: 0, sequence: 1 })
    expect(third?.sequence).toBe(2)
    expect(Buffer.from(second?.bytes ?? []).toString('latin1')).toContain('OpusTags')
  })

  it('counts samples, and marks the last page', () => {
    const second = Array.from({ length: 75 }, () => Uint8Array.of(0x08, 1, 2))
    const pages = pagesOf(writeOggOpus({ head, packets: second })).slice(2)
    expect(pages.map(({ position, flags }) => [position, flags])).toEqual([
      [50 * 960, 0],
      [75 * 960, 4],
    ])
  })

  it('proves every page by its checksum', () => {
    for (const { crc, bytes } of pagesOf(writeOggOpus(readWebmOpus(aWebmRecording()))))
      expect(crc).toBe(crcOf(bytes))
  })

  it('laces packets of any length, and never more than fit on a page', () => {
    const lengths = [1, 254, 255, 256, 510, 60_000, 30_000]
    const packets = lengths.map((length) => new Uint8Array(length).fill(8))
    const pages = pagesOf(writeOggOpus({ head, packets })).slice(2)
    const laced = pages.flatMap(({ segments }) => segments)
    expect(laced.slice(0, 9)).toEqual([1, 254, 255, 0, 255, 1, 255, 255, 0])
    expect(laced.reduce((sum, size) => sum + size, 0)).toBe(lengths.reduce((sum, size) => sum + size, 0))
    expect(laced.filter((size) => size < 255)).toHaveLength(lengths.length)
    expect(Math.max(...pages.map(({ segments }) => segments.length))).toBeLessThanOrEqual(255)
  })
})
