import type { ConversationId } from '#shared/domain/ids.ts'
import type { ChannelRoute } from '#functions/channels/route.ts'
import { commitTime } from '#functions/store/firestore.ts'
import type { StoreTransaction } from '#functions/store/store.ts'
import type { AutoReply } from './autoReplyTo.ts'
import { autoReplyIdOf } from './ids.ts'
import { orderDelivery } from './orderDelivery.ts'

/** Orders what the channel itself answers, as a part of what is being written; told twice, it has the same id. */
export function writeAutoReply(
  unit: StoreTransaction,
  { companyId, channelId }: ChannelRoute,
  conversationId: ConversationId,
  { text, toId, at }: AutoReply,
): void {
  const messageId = autoReplyIdOf(toId)
  unit.create(['messages', { companyId, conversationId, messageId }], {
    direction: 'outbound',
    kind: 'text',
    text,
    author: { type: 'system', id: '', name: '' },
    sentAt: at,
    sequence: 0,
    createdAt: at,
    updatedAt: commitTime(),
    delivery: { status: 'queued' },
  })
  orderDelivery(unit, { companyId, conversationId, channelId, messageId, createdBy: '', createdAt: at })
}
