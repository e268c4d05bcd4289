import { doc, getDoc } from 'firebase/firestore'
import type { QueryDocumentSnapshot } from 'firebase/firestore'
import { messageIdSchema } from '#shared/domain/ids.ts'
import type { CompanyId, ConversationId, MessageId } from '#shared/domain/ids.ts'
import { messageSchema } from '#shared/domain/message.ts'
import type { Message } from '#shared/domain/message.ts'
import { documentPath } from '#shared/firestore/collections.ts'
import { changeFeed } from './changeFeed.ts'
import { firestore } from './firestore.ts'
import { frameBatch } from './frameBatch.ts'
import { fetchPage } from './pages.ts'
import type { Cursor, Page } from './pages.ts'
import { isPresent, readDocument } from './readDocuments.ts'
import { webQuery } from './webQuery.ts'

/** `isPending`: written here, the server has not answered yet, its times are this machine's guess. */
export type ThreadMessage = Message & { readonly id: MessageId; readonly isPending: boolean }

export interface ConversationPlace {
  readonly companyId: CompanyId
  readonly conversationId: ConversationId
}

export interface MessageChange {
  readonly id: MessageId
  /** Null: a write of ours was refused, the message never was. */
  readonly message: ThreadMessage | null
}

export const THREAD_PAGE_SIZE = 40

function read(snapshot: QueryDocumentSnapshot): ThreadMessage | null {
  const message = readDocument(messageSchema, messageIdSchema, snapshot)
  return message && { ...message, isPending: snapshot.metadata.hasPendingWrites }
}

/** Newest first. */
export function fetchMessages(place: ConversationPlace, after: Cursor | null): Promise<Page<ThreadMessage>> {
  return fetchPage(webQuery('messages', place), { size: THREAD_PAGE_SIZE, after, read })
}

/** The live half of a thread: every message that is new, late, edited or delivered since `anchor`. */
export function followMessages(
  place: ConversationPlace,
  anchor: number,
  onChanges: (changes: readonly MessageChange[]) => void,
): () => void {
  const pass = frameBatch(onChanges)
  return changeFeed({
    query: (rangeAt) => webQuery('messageChanges', place, { rangeAt }),
    anchor,
    onChanged(docs) {
      pass(
        docs
          .map(read)
          .filter(isPresent)
          .map((message) => ({ id: message.id, message })),
      )
    },
    onRemoved(id) {
      pass([{ id: messageIdSchema.parse(id), message: null }])
    },
  })
}

export async function isMessageStored(place: ConversationPlace, messageId: MessageId): Promise<boolean> {
  return (await getDoc(doc(firestore, documentPath('messages', { ...place, messageId })))).exists()
}
