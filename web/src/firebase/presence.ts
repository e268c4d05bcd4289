import { Timestamp, deleteDoc, doc, setDoc } from 'firebase/firestore'
import type { QueryDocumentSnapshot } from 'firebase/firestore'
import { userIdSchema } from '#shared/domain/ids.ts'
import type { UserId } from '#shared/domain/ids.ts'
import { presenceSchema } from '#shared/domain/presence.ts'
import type { Presence } from '#shared/domain/presence.ts'
import { SECOND_MS } from '#shared/domain/time.ts'
import { documentPath } from '#shared/firestore/collections.ts'
import { firestore } from './firestore.ts'
import { liveFeed } from './liveFeed.ts'
import type { ConversationPlace } from './messages.ts'
import { isPresent, readDocument } from './readDocuments.ts'
import { webQuery } from './webQuery.ts'

export type MemberPresence = Presence & { readonly id: UserId }

/** Written again every minute; whoever vanishes is forgotten after this. */
const PRESENCE_MS = 90 * SECOND_MS

function read(snapshot: QueryDocumentSnapshot): MemberPresence | null {
  return readDocument(presenceSchema, userIdSchema, snapshot)
}

/** Who else has this conversation open. `onChanged` gets those who came, changed or stayed on. */
export function followPresence(
  place: ConversationPlace,
  onChanged: (members: readonly MemberPresence[]) => void,
): () => void {
  const feed = liveFeed({
    query: () => webQuery('presence', place, { rangeAt: Date.now() }),
    onSnapshot(snapshot) {
      onChanged(
        snapshot
          .docChanges()
          .map(({ doc: changed, type }) => (type === 'removed' ? gone(read(changed)) : read(changed)))
          .filter(isPresent),
      )
    },
  })
  return () => {
    feed.stop()
  }
}

function gone(member: MemberPresence | null): MemberPresence | null {
  return member && { ...member, expiresAt: 0 }
}

export interface OwnPresence {
  readonly userId: UserId
  readonly name: string
  readonly activity: Presence['activity']
}

function ownDocument(place: ConversationPlace, userId: UserId) {
  return doc(firestore, documentPath('presence', { ...place, userId }))
}

export async function writePresence(
  place: ConversationPlace,
  { userId, name, activity }: OwnPresence,
): Promise<void> {
  const expiresAt = Timestamp.fromMillis(Date.now() + PRESENCE_MS)
  await setDoc(ownDocument(place, userId), { name, activity, expiresAt })
}

export async function endPresence(place: ConversationPlace, userId: UserId): Promise<void> {
  await deleteDoc(ownDocument(place, userId))
}
