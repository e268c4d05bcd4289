import { DomainError } from '#shared/domain/DomainError.ts'
import type { Conversation } from '#shared/domain/conversation.ts'
import type { ScheduledMessage } from '#shared/domain/scheduledMessage.ts'
import { demandSight } from '#functions/members/demandSight.ts'
import type { CallingMember } from '#functions/members/demandSight.ts'
import type { StoreTransaction } from '#functions/store/store.ts'
import type { ScheduledPlace } from './scheduledPlace.ts'

interface Met {
  readonly scheduled: ScheduledMessage
  readonly conversation: Conversation
}

/** A reply that waits, for a caller who sees its conversation. Throws `notFound`, or `alreadySent` when it has gone. */
export async function meetScheduled(
  unit: StoreTransaction,
  { companyId, conversationId, messageId }: ScheduledPlace,
  caller: CallingMember,
): Promise<Met> {
  const [conversation, scheduled, message] = await unit.getAll<
    ['conversations', 'scheduledMessages', 'messages']
  >(
    ['conversations', { companyId, conversationId }],
    ['scheduledMessages', { companyId, conversationId, messageId }],
    ['messages', { companyId, conversationId, messageId }],
  )
  if (!conversation) throw new DomainError('notFound')
  demandSight(caller, conversation)
  if (message) throw new DomainError('alreadySent')
  if (!scheduled) throw new DomainError('notFound')
  return { scheduled, conversation }
}
