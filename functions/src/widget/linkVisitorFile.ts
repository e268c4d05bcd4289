import { MINUTE_MS } from '#shared/domain/time.ts'
import { signedFileUrl } from '#functions/files/fileLink.ts'
import { conversationIdOf } from '#functions/inbox/ids.ts'
import { get } from '#functions/store/store.ts'
import { projectedMessage } from '#functions/store/widgetMailbox.ts'
import type { VisitorChannel } from './visitorChannel.ts'

const LINK_LIFE_MS = 5 * MINUTE_MS

/** An address of a file the visitor's own projection shows; undefined for any other. */
export async function linkVisitorFile(
  { companyId, channelId }: VisitorChannel,
  sessionId: string,
  messageId: string,
  attachmentId: string,
  now = Date.now(),
): Promise<string | undefined> {
  const shown = await projectedMessage(sessionId, messageId)
  if (!shown?.attachments.some(({ id }) => id === attachmentId)) return undefined
  const conversationId = conversationIdOf(channelId, sessionId)
  const message = await get('messages', { companyId, conversationId, messageId })
  const file = message?.attachments.find(({ id }) => id === attachmentId)
  return file?.path === undefined ? undefined : signedFileUrl(file.path, file.name, now + LINK_LIFE_MS)
}
