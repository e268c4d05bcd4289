import { deleteDoc, doc, limit, query, serverTimestamp, setDoc } from 'firebase/firestore'
import { draftSchema } from '#shared/domain/draft.ts'
import type { Draft } from '#shared/domain/draft.ts'
import { conversationIdSchema } from '#shared/domain/ids.ts'
import type { CompanyId, ConversationId, UserId } from '#shared/domain/ids.ts'
import { documentPath } from '#shared/firestore/collections.ts'
import { firestore } from './firestore.ts'
import { liveFeed } from './liveFeed.ts'
import { isPresent, readDocument } from './readDocuments.ts'
import { webQuery } from './webQuery.ts'

export type ConversationDraft = Draft & { readonly id: ConversationId }

export interface DraftPlace {
  readonly companyId: CompanyId
  readonly userId: UserId
  readonly conversationId: ConversationId
}

/** The drafts that are listened to: whoever leaves more of them unfinished finds the oldest where he began them. */
const WINDOW_SIZE = 50

export interface DraftWindow {
  readonly drafts: readonly ConversationDraft[]
  /** Nothing older is kept: what is not among them is nowhere. */
  readonly isAll: boolean
}

/** A member's own drafts as the server has them, newest first; what this browser is about to write is not news. */
export function followDrafts(
  companyId: CompanyId,
  userId: UserId,
  onChanged: (window: DraftWindow) => void,
): () => void {
  const feed = liveFeed({
    query: () => query(webQuery('drafts', { companyId, userId }), limit(WINDOW_SIZE)),
    onSnapshot({ docs, metadata }) {
      if (metadata.fromCache || metadata.hasPendingWrites) return
      const drafts = docs
        .map((each) => readDocument(draftSchema, conversationIdSchema, each))
        .filter(isPresent)
      onChanged({ drafts, isAll: docs.length < WINDOW_SIZE })
    },
  })
  return () => {
    feed.stop()
  }
}

/** Settles when the server has it. */
export function saveDraft(place: DraftPlace, { text, note }: Pick<Draft, 'text' | 'note'>): Promise<void> {
  const draft = doc(firestore, documentPath('drafts', { ...place }))
  return text || note ? setDoc(draft, { text, note, updatedAt: serverTimestamp() }) : deleteDoc(draft)
}
