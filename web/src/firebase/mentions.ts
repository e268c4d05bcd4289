import { deleteDoc, doc, limit, query } from 'firebase/firestore'
import { conversationIdSchema } from '#shared/domain/ids.ts'
import type { CompanyId, ConversationId, UserId } from '#shared/domain/ids.ts'
import { mentionSchema } from '#shared/domain/mention.ts'
import type { Mention } from '#shared/domain/mention.ts'
import { documentPath } from '#shared/firestore/collections.ts'
import { firestore } from './firestore.ts'
import { followDocuments } from './followDocuments.ts'
import type { ConversationPlace } from './messages.ts'
import { webQuery } from './webQuery.ts'

export type UnseenMention = Mention & { readonly id: ConversationId }

/** Older ones come once these have been looked at. */
const MENTIONS_SHOWN_MAX = 50

/** Where a member has been mentioned and has not looked, the newest first, all of them at every change. */
export function followMentions(
  companyId: CompanyId,
  userId: UserId,
  onChanged: (mentions: readonly UnseenMention[]) => void,
): () => void {
  return followDocuments({
    query: () => query(webQuery('mentions', { companyId, userId }), limit(MENTIONS_SHOWN_MAX)),
    schema: mentionSchema,
    idSchema: conversationIdSchema,
    onChanged,
  })
}

export function forgetMention(place: ConversationPlace, userId: UserId): Promise<void> {
  return deleteDoc(doc(firestore, documentPath('mentions', { ...place, userId })))
}
