import { afterOutbound } from '#shared/domain/conversationChanges.ts'
import type { Conversation } from '#shared/domain/conversation.ts'
import type { CompanyId } from '#shared/domain/ids.ts'
import type { Message } from '#shared/domain/message.ts'
import type { OutboxEntry } from '#shared/domain/outboxEntry.ts'
import { commitTime } from '#functions/store/firestore.ts'
import type { StoreTransaction } from '#functions/store/store.ts'

/** A message on its way out, and the conversation it is part of. */
export interface Reply {
  readonly conversation: Conversation
  readonly message: Message
}

/** Undefined where either is no longer there. */
export async function readReply(
  unit: Pick<StoreTransaction, 'getAll'>,
  companyId: CompanyId,
  { conversationId, messageId }: OutboxEntry,
): Promise<Reply | undefined> {
  const [conversation, message] = await unit.getAll<['conversations', 'messages']>(
    ['conversations', { companyId, conversationId }],
    ['messages', { companyId, conversationId, messageId }],
  )
  return conversation && message && { conversation, message }
}

/**
 * With the first attempt at an entry the list shows the reply and the conversation waits no longer; what the channel
 * itself answers leaves both as they are.
 */
export function showAsReplied(
  unit: StoreTransaction,
  companyId: CompanyId,
  { conversationId, messageId }: OutboxEntry,
  { conversation, message }: Reply,
): void {
  if (message.author.type === 'system') return
  const change = afterOutbound(conversation, { ...message, id: messageId })
  unit.update(['conversations', { companyId, conversationId }], { ...change, updatedAt: commitTime() })
}
