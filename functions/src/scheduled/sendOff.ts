import { outboxEntryIdSchema } from '#shared/domain/ids.ts'
import type { ChannelId, MessageId } from '#shared/domain/ids.ts'
import type { ScheduledMessage } from '#shared/domain/scheduledMessage.ts'
import { commitTime } from '#functions/store/firestore.ts'
import type { StoreTransaction } from '#functions/store/store.ts'
import type { ScheduledPlace } from './scheduledPlace.ts'

export interface Leaving {
  readonly scheduled: Pick<ScheduledMessage, 'kind' | 'text' | 'attachments' | 'replyTo'>
  readonly author: ScheduledMessage['author']
  readonly channelId: ChannelId
  /** What has just left before it in the same conversation. */
  readonly after?: MessageId | undefined
}

/** Turns a reply that waited into a message on its way, as a member's browser writes one; all in the caller's transaction. */
export function sendOff(
  unit: StoreTransaction,
  place: ScheduledPlace,
  { scheduled, author, channelId, after }: Leaving,
  now: number,
): void {
  const { companyId, conversationId, messageId } = place
  const { kind, text, attachments, replyTo } = scheduled
  const moment = commitTime()
  unit.create(['messages', { ...place }], {
    direction: 'outbound',
    kind,
    text,
    attachments,
    author: { type: 'member', ...author },
    sentAt: moment,
    sequence: 0,
    createdAt: moment,
    updatedAt: moment,
    externalId: '',
    delivery: { status: 'queued' },
    previousTexts: [],
    ...(replyTo && { replyTo }),
  })
  unit.create(['outbox', { companyId, entryId: messageId }], {
    target: 'channel',
    channelId,
    conversationId,
    messageId,
    afterEntryId: after === undefined ? '' : outboxEntryIdSchema.parse(after),
    state: 'queued',
    attempts: 0,
    createdBy: author.id,
    createdAt: now,
  })
  unit.delete('scheduledMessages', { ...place })
}
