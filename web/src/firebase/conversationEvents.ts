import { limit, query } from 'firebase/firestore'
import type { QueryDocumentSnapshot } from 'firebase/firestore'
import * as z from 'zod/mini'
import { conversationEventSchema } from '#shared/domain/conversationEvent.ts'
import type { ConversationEvent } from '#shared/domain/conversationEvent.ts'
import { createRefusals } from './createRefusals.ts'
import { createReturns } from './createReturns.ts'
import { frameBatch } from './frameBatch.ts'
import { liveFeed } from './liveFeed.ts'
import type { ConversationPlace } from './messages.ts'
import { fetchPage } from './pages.ts'
import type { Cursor, Page } from './pages.ts'
import { isPresent, readDocument } from './readDocuments.ts'
import { webQuery } from './webQuery.ts'

/** `isPending`: made here, the server has not answered yet, its time is this machine's guess. */
export type ThreadEvent = ConversationEvent & { readonly id: string; readonly isPending: boolean }

const EVENT_PAGE_SIZE = 20

/** The newest that are listened to: whoever misses more in an open thread finds them when he opens it again. */
const WINDOW_SIZE = 50

function read(snapshot: QueryDocumentSnapshot): ThreadEvent | null {
  const event = readDocument(conversationEventSchema, z.string(), snapshot)
  return event && { ...event, isPending: snapshot.metadata.hasPendingWrites }
}

/** What members did, newest first. */
export function fetchEvents(place: ConversationPlace, after: Cursor | null): Promise<Page<ThreadEvent>> {
  return fetchPage(webQuery('conversationEvents', place), { size: EVENT_PAGE_SIZE, after, read })
}

/** One that came or was confirmed, or one made here that the server has refused. */
export type ThreadEventChange = { readonly event: ThreadEvent } | { readonly refusedId: string }

export function followEvents(
  place: ConversationPlace,
  since: number,
  onChanges: (changes: readonly ThreadEventChange[]) => void,
): () => void {
  const pass = frameBatch(onChanges)
  const refusedOf = createRefusals()
  const returns = createReturns((refusedId) => {
    pass([{ refusedId }])
  })
  const feed = liveFeed({
    query: () => query(webQuery('conversationEventsSince', place, { rangeAt: since }), limit(WINDOW_SIZE)),
    onSnapshot(snapshot) {
      const changes = snapshot.docChanges()
      const there = changes.filter(({ type }) => type !== 'removed')
      for (const { doc } of there) returns.seen(doc.id)
      for (const id of refusedOf(changes)) returns.left(id)
      const events = there.map(({ doc }) => read(doc)).filter(isPresent)
      if (events.length > 0) pass(events.map((event) => ({ event })))
    },
  })
  return () => {
    feed.stop()
    returns.stop()
  }
}
