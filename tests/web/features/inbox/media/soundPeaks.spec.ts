import { describe, expect, it } from 'vitest'
import { soundPeaks } from '#web/features/inbox/media/soundPeaks.ts'

describe('soundPeaks', () => {
  it('tells the loudest moment of each part beside the loudest of all', () => {
    const samples = Float32Array.of(0.1, -0.4, 0.2, 0.2, 0, 0)
    expect(soundPeaks(samples, 3).map((peak) => Number(peak.toFixed(2)))).toEqual([1, 0.5, 0.08])
  })

  it('draws silence as a low line', () => {
    expect(new Set(soundPeaks(new Float32Array(1000)))).toEqual(new Set([0.08]))
    expect(soundPeaks(new Float32Array())).toHaveLength(48)
  })
})
