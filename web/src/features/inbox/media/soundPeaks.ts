/** So many bars a waveform has. */
export const BAR_COUNT = 48

/** Each at least this high, so that silence is seen too. */
const FLOOR = 0.08

/** The loudest moment of each part, 0 to 1, the loudest of all being 1. */
export function soundPeaks(samples: Float32Array, count = BAR_COUNT): number[] {
  const step = samples.length / count
  const peaks = Array.from({ length: count }, (_, at) => peakOf(samples, at * step, (at + 1) * step))
  const loudest = Math.max(...peaks)
  return peaks.map((peak) => Math.max(FLOOR, loudest > 0 ? peak / loudest : 0))
}

function peakOf(samples: Float32Array, from: number, to: number): number {
  let peak = 0
  for (let at = Math.floor(from); at < to && at < samples.length; at++)
    peak = Math.max(peak, Math.abs(samples[at] ?? 0))
  return peak
}
