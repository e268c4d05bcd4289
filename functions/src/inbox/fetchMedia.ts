import { fileTypeFromBuffer } from 'file-type'
import type { CompanyId } from '#shared/domain/ids.ts'
import { ATTACHMENT_MAX_SIZE } from '#shared/domain/message.ts'
import type { Attachment } from '#shared/domain/message.ts'
import { truncate } from '#shared/domain/truncate.ts'
import type { OutboxEntry } from '#shared/domain/outboxEntry.ts'
import { ProviderError } from '#shared/provider/ProviderError.ts'
import type { ChannelRoute } from '#functions/channels/route.ts'
import { contextOf, routeByChannel } from '#functions/channels/route.ts'
import type { HttpClient } from '#shared/provider/http.ts'
import { httpUntil } from '#functions/platform/httpUntil.ts'
import { commitTime } from '#functions/store/firestore.ts'
import { writeFile } from '#functions/store/files.ts'
import { get, transaction } from '#functions/store/store.ts'
import { ATTEMPT_MAX_MS } from './claimEntry.ts'

/** Fetches a stored message's files to Storage. Doing it again is harmless: paths are derived. */
export async function fetchMedia(companyId: CompanyId, entry: OutboxEntry): Promise<void> {
  const http = httpUntil(Date.now() + ATTEMPT_MAX_MS)
  const { conversationId, messageId } = entry
  const message = await get('messages', { companyId, conversationId, messageId })
  const route = await routeByChannel(companyId, entry.channelId)
  if (!message) return
  if (!route?.adapter.media) throw new ProviderError('gone')
  for (const attachment of message.attachments) {
    if (attachment.state === 'pending') await fetchAttachment({ route, http }, entry, attachment)
  }
}

interface Source {
  readonly route: ChannelRoute
  readonly http: HttpClient
}

async function fetchAttachment(source: Source, entry: OutboxEntry, attachment: Attachment): Promise<void> {
  const { companyId } = source.route
  try {
    await changeAttachment(companyId, entry, attachment.id, await fetched(source, entry, attachment))
  } catch (error) {
    if (!(error instanceof ProviderError) || !isFinal(error)) throw error
    await changeAttachment(companyId, entry, attachment.id, { state: 'failed', reason: error.reason })
  }
}

/** The file itself cannot be had; trying again would not help. */
function isFinal({ code }: ProviderError): boolean {
  return code === 'tooLarge' || code === 'gone' || code === 'forbiddenAddress' || code === 'rejected'
}

async function fetched(
  { route, http }: Source,
  { conversationId }: OutboxEntry,
  attachment: Attachment,
): Promise<Partial<Attachment>> {
  const { adapter, settings, kind, companyId } = route
  // It is named, and left with the provider.
  if (attachment.size > ATTACHMENT_MAX_SIZE) throw new ProviderError('tooLarge')
  const media = await adapter.media?.fetch(
    attachment.externalRef ?? '',
    settings,
    ATTACHMENT_MAX_SIZE,
    contextOf(kind, http),
  )
  if (!media) throw new ProviderError('gone')
  const contentType = await sniffedType(media.bytes)
  const path = `companies/${companyId}/conversations/${conversationId}/incoming/${attachment.id}/${safeFileName(attachment.name)}`
  await writeFile(path, media.bytes, contentType)
  return { state: 'ready', path, size: media.bytes.length, contentType }
}

/** The bytes decide what a file is, not its sender: what they do not prove is handed out as a plain download. */
export async function sniffedType(bytes: Uint8Array): Promise<string> {
  const type = await fileTypeFromBuffer(bytes)
  return type?.mime ?? 'application/octet-stream'
}

/** A name that is one segment of a path. */
export function safeFileName(name: string): string {
  const safe = name.replace(/[\p{Cc}\p{Cs}/\\?#[\]*]/gu, '_').replace(/^\.+/, '_')
  return truncate(safe, 120) || 'file'
}

/** No attempt is left: the attachments still missing say why. */
export async function abandonMedia(companyId: CompanyId, entry: OutboxEntry, reason: string): Promise<void> {
  const { conversationId, messageId } = entry
  const message = await get('messages', { companyId, conversationId, messageId })
  for (const { id, state } of message?.attachments ?? []) {
    if (state === 'pending') await changeAttachment(companyId, entry, id, { state: 'failed', reason })
  }
}

function changeAttachment(
  companyId: CompanyId,
  entry: OutboxEntry,
  id: string,
  change: Partial<Attachment>,
): Promise<void> {
  const { conversationId, messageId } = entry
  const place = ['messages', { companyId, conversationId, messageId }] as const
  return transaction(async (unit) => {
    const message = await unit.get(...place)
    if (!message) return
    const attachments = message.attachments.map((attachment) =>
      attachment.id === id ? { ...attachment, ...change } : attachment,
    )
    unit.update(place, { attachments, updatedAt: commitTime() })
  })
}
