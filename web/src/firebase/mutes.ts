import { deleteDoc, doc, limit, query, serverTimestamp, setDoc } from 'firebase/firestore'
import { conversationIdSchema } from '#shared/domain/ids.ts'
import type { CompanyId, ConversationId, UserId } from '#shared/domain/ids.ts'
import { muteSchema } from '#shared/domain/mute.ts'
import { documentPath } from '#shared/firestore/collections.ts'
import { firestore } from './firestore.ts'
import { followDocuments } from './followDocuments.ts'
import type { ConversationPlace } from './messages.ts'
import { webQuery } from './webQuery.ts'

/** More than anybody mutes; older ones are loud again on the page. */
const MUTES_MAX = 500

/** The conversations a member does not want to hear of, all of them at every change. */
export function followMutes(
  companyId: CompanyId,
  userId: UserId,
  onChanged: (muted: ReadonlySet<ConversationId>) => void,
): () => void {
  return followDocuments({
    query: () => query(webQuery('mutes', { companyId, userId }), limit(MUTES_MAX)),
    schema: muteSchema,
    idSchema: conversationIdSchema,
    onChanged: (mutes) => {
      onChanged(new Set(mutes.map(({ id }) => id)))
    },
  })
}

export function setMuted(place: ConversationPlace, userId: UserId, isMuted: boolean): Promise<void> {
  const mute = doc(firestore, documentPath('mutes', { ...place, userId }))
  return isMuted ? setDoc(mute, { mutedAt: serverTimestamp() }) : deleteDoc(mute)
}
