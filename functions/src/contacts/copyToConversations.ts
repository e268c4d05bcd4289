import type { Conversation } from '#shared/domain/conversation.ts'
import type { ConversationEvent } from '#shared/domain/conversationEvent.ts'
import { randomId } from '#functions/platform/hashId.ts'
import { commitTime } from '#functions/store/firestore.ts'
import type { StoreTransaction } from '#functions/store/store.ts'
import type { ContactPlace } from './meetContact.ts'

/** What rows show of a contact. */
type Copies = Partial<Pick<Conversation, 'contactName' | 'tags'>>

/** Writes what rows show of a contact into all his conversations, and tells of it in the one where it was done. */
export function copyToConversations(
  unit: StoreTransaction,
  { companyId, conversationId }: ContactPlace,
  conversationIds: readonly string[],
  copies: Copies,
  event: Omit<ConversationEvent, 'at'>,
): void {
  const eventId = randomId()
  for (const id of conversationIds) {
    unit.update(['conversations', { companyId, conversationId: id }], {
      ...copies,
      ...(id === conversationId && { lastEventId: eventId }),
      updatedAt: commitTime(),
    })
  }
  unit.create(['conversationEvents', { companyId, conversationId, eventId }], { ...event, at: commitTime() })
}
