import { describe, expect, it } from 'vitest'
import { opusSamples } from '#web/features/inbox/media/opusSamples.ts'

const toc = (configuration: number, code: number) => (configuration << 3) | code

describe('opusSamples', () => {
  it.each([
    ['10 ms of speech', [toc(0, 0)], 480],
    ['60 ms of speech', [toc(11, 0)], 2880],
    ['20 ms of both', [toc(13, 0)], 960],
    ['2.5 ms of music', [toc(16, 0)], 120],
    ['20 ms of music', [toc(31, 0)], 960],
    ['two frames of one size', [toc(31, 1)], 1920],
    ['two frames of two sizes', [toc(31, 2)], 1920],
    ['three frames, as the second byte says', [toc(31, 3), 0x83], 2880],
  ])('tells %s', (_name, packet, samples) => {
    expect(opusSamples(Uint8Array.from(packet))).toBe(samples)
  })
})
