import type { Conversation } from '#shared/domain/conversation.ts'
import type { ChannelRoute } from '#functions/channels/route.ts'
import type { StoreTransaction } from '#functions/store/store.ts'
import { assignmentEntryIdOf } from './ids.ts'
import type { Arrival } from './toMessage.ts'

/** Whether a message that has come in makes its channel look for somebody: nobody has the conversation, and it lay closed. */
export function needsAssignee(
  { channel }: Pick<ChannelRoute, 'channel'>,
  { assigneeId, state, blocked }: Pick<Conversation, 'assigneeId' | 'state' | 'blocked'>,
  isNew: boolean,
): boolean {
  return channel.assignment.mode !== 'off' && assigneeId === '' && !blocked && (isNew || state !== 'open')
}

/** Orders that somebody be found, as a part of what is being written. */
export function queueAssignment(
  unit: StoreTransaction,
  { companyId, channelId }: ChannelRoute,
  { conversationId, message }: Arrival,
): void {
  unit.create(['outbox', { companyId, entryId: assignmentEntryIdOf(message.id) }], {
    target: 'assignment',
    channelId,
    conversationId,
    messageId: message.id,
    state: 'queued',
    attempts: 0,
    createdBy: '',
    createdAt: message.createdAt,
  })
}
