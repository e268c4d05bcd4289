import { readFileSync } from 'node:fs'

/** Three seconds of humming, three of a rolling ball, and a smile: files that really play. */
export function sampleFile(name: 'voice.ogg' | 'video.mp4' | 'sticker.webp'): Buffer {
  return readFileSync(new URL(`../samples/${name}`, import.meta.url))
}
