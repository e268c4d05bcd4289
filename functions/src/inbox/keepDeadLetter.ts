import { logger } from 'firebase-functions'
import { truncate } from '#shared/domain/truncate.ts'
import type { ChannelRoute } from '#functions/channels/route.ts'
import { hashId } from '#functions/platform/hashId.ts'
import { writeFile } from '#functions/store/files.ts'
import { set } from '#functions/store/store.ts'

const MAX_REASON_LENGTH = 1000

/** Keeps a genuine webhook we could not read, for replay once we can. The same one told again is kept once. */
export async function keepDeadLetter(
  { companyId, channelId }: ChannelRoute,
  rawBody: Uint8Array,
  why: string,
): Promise<void> {
  const reason = truncate(why, MAX_REASON_LENGTH)
  const deadLetterId = hashId('deadLetter', channelId, Buffer.from(rawBody).toString('base64'))
  const path = `companies/${companyId}/deadLetters/${deadLetterId}`
  await writeFile(path, rawBody, 'application/octet-stream')
  await set(['deadLetters', { companyId, deadLetterId }], {
    channelId,
    reason,
    path,
    size: rawBody.length,
    createdAt: Date.now(),
  })
  logger.error('a webhook could not be read', { companyId, channelId, deadLetterId, reason })
}
