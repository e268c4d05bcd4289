import type { ChannelId, CompanyId, ConversationId, MessageId } from '#shared/domain/ids.ts'
import { outboxEntryIdSchema } from '#shared/domain/ids.ts'
import type { StoreTransaction } from '#functions/store/store.ts'

interface Ordered {
  readonly companyId: CompanyId
  readonly conversationId: ConversationId
  readonly channelId: ChannelId
  readonly messageId: MessageId
  /** '' for what the channel itself says. */
  readonly createdBy: string
  readonly createdAt: number
  /** What was written just before in the same conversation and may not have left yet; '' where nothing was. */
  readonly after?: MessageId | '' | undefined
}

/** Orders the delivery of a message that is written in the same transaction; its entry bears its id. */
export function orderDelivery(unit: StoreTransaction, { companyId, after = '', ...entry }: Ordered): void {
  unit.create(['outbox', { companyId, entryId: outboxEntryIdSchema.parse(entry.messageId) }], {
    ...entry,
    target: 'channel',
    afterEntryId: after === '' ? after : outboxEntryIdSchema.parse(after),
    state: 'queued',
    attempts: 0,
  })
}
