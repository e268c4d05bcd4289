import { soundPeaks } from './soundPeaks.ts'

interface Waveform {
  readonly peaks: readonly number[]
  /** Seconds. */
  readonly duration: number
}

/** A quarter of an hour of speech and no more: decoding takes memory. */
const MAX_BYTES = 6 * 1024 * 1024

/** Enough to see where it is loud; decoding into fewer samples costs less memory. */
const SAMPLE_RATE = 8000

/** What a sound looks like; null where it cannot be told. */
export async function waveformOf(blob: Blob): Promise<Waveform | null> {
  if (blob.size > MAX_BYTES) return null
  try {
    const context = new OfflineAudioContext(1, 1, SAMPLE_RATE)
    const sound = await context.decodeAudioData(await blob.arrayBuffer())
    return { peaks: soundPeaks(sound.getChannelData(0)), duration: sound.duration }
  } catch {
    return null
  }
}
