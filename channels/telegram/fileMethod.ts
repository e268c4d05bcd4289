import type { OutboundAttachment } from '../adapter.ts'

export type FileMethod = 'sendPhoto' | 'sendVideo' | 'sendVoice' | 'sendAudio' | 'sendDocument'

/** sendPhoto takes jpeg and png up to 10 MB: https://core.telegram.org/bots/api#sendphoto */
const PHOTO_MAX_SIZE = 10 * 1024 * 1024

/**
 * The method that shows a file as what it is. The bytes have a say: Telegram plays Opus in Ogg, MP3 and MP4,
 * and whatever it would not play leaves as a document, unchanged.
 */
export function fileMethodFor(
  { kind, contentType }: Pick<OutboundAttachment, 'kind' | 'contentType'>,
  bytes: Uint8Array,
): FileMethod {
  if (isPhoto(contentType, bytes)) return 'sendPhoto'
  if (kind === 'video' && isMp4(bytes)) return 'sendVideo'
  if (kind === 'voice' && (isOggOpus(bytes) || isMp3(bytes) || isMp4(bytes))) return 'sendVoice'
  return kind === 'audio' && (isMp3(bytes) || isMp4(bytes)) ? 'sendAudio' : 'sendDocument'
}

function isPhoto(contentType: string, bytes: Uint8Array): boolean {
  return /^image\/(jpeg|png)$/.test(contentType) && bytes.length <= PHOTO_MAX_SIZE
}

function textAt(bytes: Uint8Array, from: number, length: number): string {
  return String.fromCharCode(...bytes.subarray(from, from + length))
}

/** The first page of an Ogg stream has a header of 28 bytes, then that of its codec. */
function isOggOpus(bytes: Uint8Array): boolean {
  return textAt(bytes, 0, 4) === 'OggS' && textAt(bytes, 28, 8) === 'OpusHead'
}

function isMp4(bytes: Uint8Array): boolean {
  return textAt(bytes, 4, 4) === 'ftyp'
}

/** A tag in front, or eleven bits of a frame's beginning. */
function isMp3(bytes: Uint8Array): boolean {
  const [first = 0, second = 0] = bytes
  return textAt(bytes, 0, 3) === 'ID3' || (first === 0xff && (second & 0xe6) === 0xe2)
}
