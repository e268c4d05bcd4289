import { describe, expect, it } from 'vitest'
import { toWav } from '#web/features/inbox/media/toWav.ts'

describe('toWav', () => {
  it('writes 16 bits a sample, held within what they can say', async () => {
    const wav = toWav(Float32Array.of(0, 0.5, -1, 2), 48_000)
    const bytes = Buffer.from(await wav.arrayBuffer())
    expect(wav.type).toBe('audio/wav')
    expect(bytes.toString('latin1', 0, 16)).toBe('RIFF\x2c\0\0\0WAVEfmt ')
    expect([bytes.readUInt32LE(24), bytes.readUInt32LE(28), bytes.readUInt32LE(40)]).toEqual([
      48_000, 96_000, 8,
    ])
    expect([44, 46, 48, 50].map((at) => bytes.readInt16LE(at))).toEqual([0, 16384, -32767, 32767])
  })
})
