import { OggOpusDecoder } from 'ogg-opus-decoder'

/** Turns Ogg Opus into samples, out of the page's way: a quarter of an hour takes some seconds. */
async function decode(bytes: Uint8Array): Promise<void> {
  const decoder = new OggOpusDecoder()
  try {
    await decoder.ready
    const { channelData, sampleRate } = await decoder.decodeFile(bytes)
    self.postMessage({ samples: channelData[0] ?? new Float32Array(), sampleRate })
  } catch {
    self.postMessage({ samples: new Float32Array(), sampleRate: 0 })
  } finally {
    decoder.free()
  }
}

self.addEventListener('message', ({ data }: MessageEvent<Uint8Array>) => void decode(data))
