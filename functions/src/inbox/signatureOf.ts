import type { MessageAuthor } from '#shared/domain/message.ts'
import type { ChannelRoute } from '#functions/channels/route.ts'
import { get } from '#functions/store/store.ts'

/**
 * A name that has left cannot be taken back: what a route has believed for up to a minute is asked
 * again before anybody signs.
 */
export async function signatureOf(
  { companyId, channelId, channel }: ChannelRoute,
  author: MessageAuthor,
): Promise<string> {
  if (!channel.signsReplies || author.type !== 'member') return ''
  const now = await get('channels', { companyId, channelId })
  return now?.signsReplies ? author.name : ''
}
