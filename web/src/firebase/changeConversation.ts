import { collection, doc, serverTimestamp, writeBatch } from 'firebase/firestore'
import { Timestamp } from 'firebase/firestore'
import type { Conversation } from '#shared/domain/conversation.ts'
import type { ConversationEventKind } from '#shared/domain/conversationEvent.ts'
import { collectionPath, documentPath } from '#shared/firestore/collections.ts'
import { toDocument } from '#shared/firestore/documents.ts'
import { firestore } from './firestore.ts'
import type { ConversationPlace } from './messages.ts'

export type ConversationFields = Partial<
  Pick<Conversation, 'state' | 'assigneeId' | 'unreadCount' | 'readUpToAt' | 'unanswered' | 'waitingSinceAt'>
>

export interface ConversationChange {
  readonly fields: ConversationFields
  readonly kind: ConversationEventKind
  readonly from: string
  readonly to: string
  readonly by: { readonly id: string; readonly name: string }
}

/** Changes a conversation and tells of it, in one batch: the rules refuse the one without the other. */
export function changeConversation(place: ConversationPlace, change: ConversationChange): Promise<void> {
  const { kind, from, to, by } = change
  const event = doc(collection(firestore, collectionPath('conversationEvents', { ...place })))
  const batch = writeBatch(firestore)
  batch.update(doc(firestore, documentPath('conversations', { ...place })), {
    ...toDocument(change.fields, (millis) => Timestamp.fromMillis(millis)),
    lastEventId: event.id,
    updatedAt: serverTimestamp(),
  })
  batch.set(event, { kind, from, to, by: by.id, byName: by.name, at: serverTimestamp() })
  return batch.commit()
}
