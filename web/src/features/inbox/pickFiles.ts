import { channelLook, manifestOf } from './channelLook.ts'
import type { PickedFile } from './composeMessages.ts'
import { fileSize } from './fileSize.ts'
import { measureVideo } from './measureVideo.ts'
import { t } from './thread/messages.ts'

/** What storage takes at most, whatever the channel would. */
const STORED_MAX_BYTES = 50 * 1024 * 1024

interface Picked {
  readonly files: readonly PickedFile[]
  /** Why the others were not taken, in words. */
  readonly refusals: readonly string[]
}

/** Takes files for a channel, and says before sending which it would refuse. */
export async function pickFiles(given: readonly File[], channelKind: string): Promise<Picked> {
  const limit = Math.min(STORED_MAX_BYTES, manifestOf(channelKind)?.limits.attachmentSize ?? STORED_MAX_BYTES)
  const refusals = given.map((file) => refusalOf(file, limit, channelKind))
  const taken = given.filter((_, at) => refusals[at] === '')
  return { files: await Promise.all(taken.map(measured)), refusals: refusals.filter(Boolean) }
}

function refusalOf({ name, size }: File, limit: number, channelKind: string): string {
  if (size === 0) return t('emptyFile', { name })
  if (size <= limit) return ''
  return t('tooLarge', { name, size: fileSize(limit), channel: channelLook(channelKind).label })
}

/** Measures are known before a picture or a video is sent, so that its place can be kept everywhere. */
async function measured(file: File): Promise<PickedFile> {
  const picked = { blob: file, name: file.name || 'file' }
  if (file.type.startsWith('video/')) return { ...picked, ...(await measureVideo(file)) }
  if (!file.type.startsWith('image/')) return picked
  try {
    const bitmap = await createImageBitmap(file)
    const { width, height } = bitmap
    bitmap.close()
    return { ...picked, width, height }
  } catch {
    return picked
  }
}
