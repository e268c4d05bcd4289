import type { QueryDocumentSnapshot } from 'firebase/firestore'
import * as z from 'zod/mini'
import { conversationEventSchema } from '#shared/domain/conversationEvent.ts'
import type { ConversationEvent } from '#shared/domain/conversationEvent.ts'
import { frameBatch } from './frameBatch.ts'
import { liveFeed } from './liveFeed.ts'
import type { ConversationPlace } from './messages.ts'
import { fetchPage } from './pages.ts'
import type { Cursor, Page } from './pages.ts'
import { isPresent, readDocument } from './readDocuments.ts'
import { webQuery } from './webQuery.ts'

export type ThreadEvent = ConversationEvent & { readonly id: string }

const EVENT_PAGE_SIZE = 20

function read(snapshot: QueryDocumentSnapshot): ThreadEvent | null {
  return readDocument(conversationEventSchema, z.string(), snapshot)
}

/** What members did, newest first. */
export function fetchEvents(place: ConversationPlace, after: Cursor | null): Promise<Page<ThreadEvent>> {
  return fetchPage(webQuery('conversationEvents', place), { size: EVENT_PAGE_SIZE, after, read })
}

export function followEvents(
  place: ConversationPlace,
  since: number,
  onEvents: (events: readonly ThreadEvent[]) => void,
): () => void {
  const pass = frameBatch(onEvents)
  const feed = liveFeed({
    query: () => webQuery('conversationEventsSince', place, { rangeAt: since }),
    onSnapshot(snapshot) {
      pass(
        snapshot
          .docChanges()
          .filter(({ type }) => type !== 'removed')
          .map(({ doc }) => read(doc))
          .filter(isPresent),
      )
    },
  })
  return () => {
    feed.stop()
  }
}
