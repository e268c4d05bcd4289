import { doc, getCountFromServer, getDoc, limit, query } from 'firebase/firestore'
import type { QueryDocumentSnapshot } from 'firebase/firestore'
import { conversationSchema } from '#shared/domain/conversation.ts'
import type { Conversation } from '#shared/domain/conversation.ts'
import { conversationIdSchema } from '#shared/domain/ids.ts'
import type { CompanyId, ConversationId } from '#shared/domain/ids.ts'
import { MINUTE_MS } from '#shared/domain/time.ts'
import { documentPath } from '#shared/firestore/collections.ts'
import type { QueryName } from '#shared/firestore/queries.ts'
import { changeFeed } from './changeFeed.ts'
import { firestore } from './firestore.ts'
import { frameBatch } from './frameBatch.ts'
import { fetchPage } from './pages.ts'
import type { Cursor, Page } from './pages.ts'
import { isPresent, readDocument } from './readDocuments.ts'
import { webQuery } from './webQuery.ts'

export type ConversationRow = Conversation & { readonly id: ConversationId }

/** Which conversations: one of the product's queries with its values. */
export interface ConversationSelection {
  readonly query: QueryName
  readonly equals: readonly unknown[]
  readonly rangeAt?: number
}

export const LIST_PAGE_SIZE = 30

/** What is written while page and anchor are being read is older than the newest change by no more than this. */
const FEED_OVERLAP_MS = MINUTE_MS

/** Counts are exact below this; one index read costs a whole document read per thousand entries. */
export const COUNT_LIMIT = 1000

function read(snapshot: QueryDocumentSnapshot): ConversationRow | null {
  return readDocument(conversationSchema, conversationIdSchema, snapshot)
}

function selected(companyId: CompanyId, { query: name, ...values }: ConversationSelection) {
  return webQuery(name, { companyId }, values)
}

export function fetchConversations(
  companyId: CompanyId,
  selection: ConversationSelection,
  after: Cursor | null,
): Promise<Page<ConversationRow>> {
  return fetchPage(selected(companyId, selection), { size: LIST_PAGE_SIZE, after, read })
}

export async function fetchConversation(
  companyId: CompanyId,
  conversationId: ConversationId,
): Promise<ConversationRow | null> {
  const snapshot = await getDoc(doc(firestore, documentPath('conversations', { companyId, conversationId })))
  return snapshot.exists() ? read(snapshot) : null
}

/** How many there are, up to COUNT_LIMIT. */
export async function countConversations(
  companyId: CompanyId,
  selection: ConversationSelection,
): Promise<number> {
  const counted = await getCountFromServer(query(selected(companyId, selection), limit(COUNT_LIMIT)))
  return counted.data().count
}

/** From where the feed must listen so that nothing is missed between the first page and its first answer. */
export async function fetchFeedAnchor(companyId: CompanyId): Promise<number> {
  const page = await fetchPage(webQuery('newestConversationChange', { companyId }), {
    size: 1,
    after: null,
    read,
  })
  return Math.max(0, (page.items[0]?.updatedAt ?? 0) - FEED_OVERLAP_MS)
}

/** The live half of the list: every conversation that has changed since `anchor`, whatever the filter. */
export function followConversations(
  companyId: CompanyId,
  anchor: number,
  onRows: (rows: readonly ConversationRow[]) => void,
): () => void {
  const pass = frameBatch(onRows)
  return changeFeed({
    query: (rangeAt) => webQuery('conversationChanges', { companyId }, { rangeAt }),
    anchor,
    onChanged(docs) {
      pass(docs.map(read).filter(isPresent))
    },
    onRemoved(id) {
      void fetchConversation(companyId, conversationIdSchema.parse(id)).then((row) => {
        if (row) pass([row])
      })
    },
  })
}
