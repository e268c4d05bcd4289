import OggDecoder from './oggDecoder.worker.ts?worker'

export interface Samples {
  readonly samples: Float32Array
  readonly sampleRate: number
}

/** For browsers that know no Ogg Opus. Rejects what is none. */
export function decodeOgg(bytes: Uint8Array): Promise<Samples> {
  const worker = new OggDecoder()
  return new Promise<Samples>((resolve, reject) => {
    worker.addEventListener('message', ({ data }: MessageEvent<Samples>) => {
      if (data.samples.length > 0) resolve(data)
      else reject(new RangeError('no Ogg Opus'))
    })
    worker.addEventListener('error', reject)
    worker.postMessage(bytes)
  }).finally(() => {
    worker.terminate()
  })
}
