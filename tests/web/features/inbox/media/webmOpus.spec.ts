import { describe, expect, it } from 'vitest'
import { aWebmRecording } from '#tests/builders/aWebmRecording.ts'
import { opusSamples } from '#web/features/inbox/media/opusSamples.ts'
import { readWebmOpus } from '#web/features/inbox/media/webmOpus.ts'

const bytes = (hex: string) => Uint8Array.from(Buffer.from(hex.replaceAll(' ', ''), 'hex'))

/** OpusHead, version 1, one channel. */
const HEAD = '4f70757348656164 01 01'

describe('readWebmOpus', () => {
  it('reads what a browser recorded', () => {
    const { head, packets } = readWebmOpus(aWebmRecording())
    expect(new TextDecoder().decode(head.subarray(0, 8))).toBe('OpusHead')
    const seconds = packets.reduce((sum, packet) => sum + opusSamples(packet), 0) / 48_000
    expect(seconds).toBeGreaterThan(0.5)
    expect(seconds).toBeLessThan(1)
  })

  it('reads blocks of a segment and a cluster whose sizes are unknown', () => {
    const segment = '18538067 01ffffffffffffff'
    const track = `1654ae6b 8f ae 8d 63a2 8a ${HEAD}`
    const cluster = '1f43b675 ff e7 81 00'
    const recorded = bytes(`${segment} ${track} ${cluster} a3 86 81 0000 80 08aa a3 86 81 0014 80 08bb`)
    expect(readWebmOpus(recorded).packets.map((packet) => Buffer.from(packet).toString('hex'))).toEqual([
      '08aa',
      '08bb',
    ])
  })

  it('leaves out a block that was cut off', () => {
    const recorded = bytes(`63a2 8a ${HEAD} a3 86 81 0000 80 08aa a3 86 81 00`)
    expect(readWebmOpus(recorded).packets).toHaveLength(1)
  })

  it('refuses what is no recording of this kind', () => {
    expect(() => readWebmOpus(bytes('a3 86 81 0000 80 08aa'))).toThrow(RangeError)
    expect(() => readWebmOpus(bytes('00 00 00 00'))).toThrow(RangeError)
    expect(() => readWebmOpus(bytes(`63a2 8a ${HEAD} a3 86 81 0000 86 08aa`))).toThrow(RangeError)
    expect(() => readWebmOpus(new Uint8Array())).toThrow(RangeError)
  })
})
