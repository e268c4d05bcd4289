import { toWav } from './toWav.ts'

/** What a sound of this type is asked for as: messengers leave out that their Ogg holds Opus. */
function askedType({ type }: Blob): string {
  return /^(?:audio|application)\/(?:ogg|opus)\b/u.test(type) ? 'audio/ogg; codecs=opus' : type
}

/** A sound as this browser can play it: Safari before 18.4 knows no Ogg Opus, so it is decoded for it. */
export async function playableBlob(blob: Blob): Promise<Blob> {
  const type = askedType(blob)
  if (!type.startsWith('audio/ogg') || new Audio().canPlayType(type) !== '') return blob
  const { decodeOgg } = await import('./decodeOgg.ts')
  const { samples, sampleRate } = await decodeOgg(new Uint8Array(await blob.arrayBuffer()))
  return toWav(samples, sampleRate)
}
