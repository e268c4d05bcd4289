import { Timestamp, collection, doc, getDoc, serverTimestamp, writeBatch } from 'firebase/firestore'
import type { Conversation } from '#shared/domain/conversation.ts'
import type { ConversationEventKind } from '#shared/domain/conversationEvent.ts'
import type { ContactId } from '#shared/domain/ids.ts'
import { SECOND_MS } from '#shared/domain/time.ts'
import { collectionPath, documentPath } from '#shared/firestore/collections.ts'
import { toDocument } from '#shared/firestore/documents.ts'
import { firestore } from './firestore.ts'
import type { ConversationPlace } from './messages.ts'
import { untilStored } from './untilStored.ts'
import { withinLimit } from './withinLimit.ts'

export type ConversationFields = Partial<
  Pick<
    Conversation,
    | 'state'
    | 'snoozedUntilAt'
    | 'blocked'
    | 'assigneeId'
    | 'teamId'
    | 'unreadCount'
    | 'readUpToAt'
    | 'unanswered'
    | 'waitingSinceAt'
  >
>

export interface ConversationChange {
  /** Who answers is copied to him. */
  readonly contactId: ContactId
  readonly fields: ConversationFields
  readonly kind: ConversationEventKind
  readonly from: string
  readonly to: string
  readonly by: { readonly id: string; readonly name: string }
}

/** Changes a conversation and tells of it, in one batch: the rules refuse the one without the other. */
export async function changeConversation(
  place: ConversationPlace,
  change: ConversationChange,
): Promise<void> {
  const { kind, from, to, by } = change
  const contact = await contactToTell(place, change)
  const event = doc(collection(firestore, collectionPath('conversationEvents', { ...place })))
  const batch = writeBatch(firestore)
  batch.update(doc(firestore, documentPath('conversations', { ...place })), {
    ...toDocument(change.fields, (millis) => Timestamp.fromMillis(millis)),
    lastEventId: event.id,
    updatedAt: serverTimestamp(),
  })
  if (contact) batch.update(contact.ref, contact.fields)
  batch.set(event, { kind, from, to, by: by.id, byName: by.name, at: serverTimestamp() })
  // What is read by looking will be read by looking again.
  return kind === 'read' ? batch.commit() : untilStored(batch.commit())
}

/** What was done is told already: that it could not be is told before anybody has gone on. */
const PATIENCE_MS = 5 * SECOND_MS

/** Who answers decides who sees the contact; another conversation of his, newer than this one, decides before it. */
async function contactToTell(
  { companyId, conversationId }: ConversationPlace,
  { contactId, fields: { assigneeId, teamId } }: ConversationChange,
) {
  if (assigneeId === undefined && teamId === undefined) return null
  const ref = doc(firestore, documentPath('contacts', { companyId, contactId }))
  const contact = await withinLimit(getDoc(ref), PATIENCE_MS)
  const fields = { ...(assigneeId !== undefined && { assigneeId }), ...(teamId !== undefined && { teamId }) }
  return contact.get('conversationId') === conversationId ? { ref, fields } : null
}
