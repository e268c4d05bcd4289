import type { IncomingAttachment } from '#shared/domain/channelEvent.ts'
import { MINUTE_MS } from '#shared/domain/time.ts'
import { InvalidInputError } from '#shared/provider/InvalidInputError.ts'
import { ProviderError } from '#shared/provider/ProviderError.ts'
import { safeFileName } from '#functions/inbox/fetchMedia.ts'
import { conversationIdOf } from '#functions/inbox/ids.ts'
import { randomId } from '#functions/platform/hashId.ts'
import { countAttempt } from '#functions/signIn/countAttempt.ts'
import { writeFile } from '#functions/store/files.ts'
import { set } from '#functions/store/store.ts'
import type { VisitorChannel } from './visitorChannel.ts'
import { visitorFilePlace } from './visitorFile.ts'
import { visitorFileType } from './visitorFileType.ts'

const PER_SESSION = { name: 'widget files per session', max: 10, windowMs: 10 * MINUTE_MS }

export interface VisitorFile {
  readonly name: string
  readonly bytes: Uint8Array
  readonly width: number | undefined
  readonly height: number | undefined
}

/** Stores a visitor's file beside his conversation and gives the receipt his message may name it by. */
export async function receiveVisitorFile(
  channel: VisitorChannel,
  sessionId: string,
  file: VisitorFile,
  now = Date.now(),
): Promise<string> {
  const { companyId, channelId, adapter, visitors, settings } = channel
  if (file.bytes.length === 0) throw new InvalidInputError(['body: empty'])
  if (file.bytes.length > adapter.manifest.limits.attachmentSize) throw new ProviderError('tooLarge')
  await countAttempt(PER_SESSION, sessionId)
  const name = safeFileName(file.name)
  const contentType = await visitorFileType(file.bytes, name)
  const conversationId = conversationIdOf(channelId, sessionId)
  const path = `companies/${companyId}/conversations/${conversationId}/incoming/${randomId()}/${name}`
  // Recorded first, so that no file is ever left that the sweep does not know.
  await set(visitorFilePlace(path), { companyId, conversationId, path, createdAt: now })
  await writeFile(path, file.bytes, contentType)
  const facts = {
    kind: kindOf(contentType),
    name,
    contentType,
    size: file.bytes.length,
    path,
    ...measuresOf(file),
  }
  return visitors.fileReceipt(facts, sessionId, settings)
}

function kindOf(contentType: string): IncomingAttachment['kind'] {
  if (/^image\/(jpeg|png|gif|webp)$/.test(contentType)) return 'image'
  if (/^video\/(mp4|webm|quicktime)$/.test(contentType)) return 'video'
  return contentType.startsWith('audio/') ? 'audio' : 'document'
}

function measuresOf({ width, height }: VisitorFile): Pick<IncomingAttachment, 'width' | 'height'> {
  return width !== undefined && height !== undefined ? { width, height } : {}
}
