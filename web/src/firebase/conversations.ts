import { doc, getCountFromServer, getDoc, limit, query } from 'firebase/firestore'
import type { Query, QueryDocumentSnapshot } from 'firebase/firestore'
import { conversationSchema } from '#shared/domain/conversation.ts'
import type { Conversation } from '#shared/domain/conversation.ts'
import { conversationIdSchema } from '#shared/domain/ids.ts'
import type { CompanyId, ConversationId } from '#shared/domain/ids.ts'
import { MINUTE_MS } from '#shared/domain/time.ts'
import type { Sight } from '#shared/domain/sight.ts'
import { COUNT_LIMIT } from '#shared/domain/view.ts'
import { documentPath } from '#shared/firestore/collections.ts'
import { changeFeed } from './changeFeed.ts'
import { firestore } from './firestore.ts'
import { frameBatch } from './frameBatch.ts'
import { isRefusedByRules } from './isRefusedByRules.ts'
import { fetchPage } from './pages.ts'
import type { Cursor, Page } from './pages.ts'
import { isPresent, readDocument } from './readDocuments.ts'
import { selectionInSight } from './selectionInSight.ts'
import type { ConversationSelection } from './selectionInSight.ts'
import { untilRetry } from './untilRetry.ts'
import { webQuery } from './webQuery.ts'

export type ConversationRow = Conversation & { readonly id: ConversationId; readonly companyId: CompanyId }

/** One company's conversations as one member sees them in one way; he may see some in several. */
export interface ConversationSource {
  readonly companyId: CompanyId
  readonly sight: Sight
}

export const LIST_PAGE_SIZE = 30

/** What is written while page and anchor are being read is older than the newest change by no more than this. */
const FEED_OVERLAP_MS = MINUTE_MS

function readingIn(companyId: CompanyId) {
  return (snapshot: QueryDocumentSnapshot): ConversationRow | null => {
    // Until the server has taken a change of ours, the row is as old as it was: this machine's clock may be hours
    // ahead, and what the server says next, a refusal too, would pass for older.
    const row = readDocument(conversationSchema, conversationIdSchema, snapshot, 'previous')
    return row && { ...row, companyId }
  }
}

/** Null when none of what is asked for is seen from there. */
function selected({ companyId, sight }: ConversationSource, selection: ConversationSelection): Query | null {
  const values = selectionInSight(selection, sight)
  return values && webQuery(selection.query, { companyId }, values)
}

export async function fetchConversations(
  source: ConversationSource,
  selection: ConversationSelection,
  after: Cursor | null,
): Promise<Page<ConversationRow>> {
  const query = selected(source, selection)
  return query
    ? fetchPage(query, { size: LIST_PAGE_SIZE, after, read: readingIn(source.companyId) })
    : { items: [], next: null }
}

export async function fetchConversation(
  companyId: CompanyId,
  conversationId: ConversationId,
): Promise<ConversationRow | null> {
  const place = doc(firestore, documentPath('conversations', { companyId, conversationId }))
  const snapshot = await getDoc(place).catch(absentIfRefused)
  return snapshot?.exists() ? readingIn(companyId)(snapshot) : null
}

/** What one may not see is, for him, not there. */
function absentIfRefused(error: unknown): null {
  if (isRefusedByRules(error)) return null
  throw error
}

/** How many there are, up to COUNT_LIMIT. */
export async function countConversations(
  sources: readonly ConversationSource[],
  selection: ConversationSelection,
): Promise<number> {
  const counts = await Promise.all(sources.map((source) => count(source, selection)))
  const twice = await Promise.all(overlapsOf(sources).map((source) => count(source, selection)))
  return sumOf(counts) - sumOf(twice)
}

async function count(source: ConversationSource, selection: ConversationSelection): Promise<number> {
  const all = selected(source, selection)
  return all ? (await getCountFromServer(query(all, limit(COUNT_LIMIT)))).data().count : 0
}

/** What is seen in two ways at once, one's own in one's own team say, would count twice. */
function overlapsOf(sources: readonly ConversationSource[]): ConversationSource[] {
  return sources.flatMap(({ companyId, sight }, at) =>
    sources
      .slice(at + 1)
      .filter((other) => other.companyId === companyId)
      .map((other) => ({ companyId, sight: { ...sight, ...other.sight } })),
  )
}

function sumOf(counts: readonly number[]): number {
  return counts.reduce((sum, each) => sum + each, 0)
}

/** From where the feed must listen so that nothing is missed between the first page and its first answer. */
export async function fetchFeedAnchor({ companyId, sight }: ConversationSource): Promise<number> {
  const newest = webQuery('newestConversationChange', { companyId }, { sight })
  const page = await fetchPage(newest, { size: 1, after: null, read: readingIn(companyId) })
  return Math.max(0, (page.items[0]?.updatedAt ?? 0) - FEED_OVERLAP_MS)
}

export interface ConversationListener {
  onRows(rows: readonly ConversationRow[]): void
  /** It is not seen any more: a colleague's now, perhaps. */
  onGone(id: ConversationId): void
}

/** The live half of the list: every conversation that has changed since `anchor`, whatever the filter. */
export function followConversations(
  { companyId, sight }: ConversationSource,
  anchor: number,
  { onRows, onGone }: ConversationListener,
): () => void {
  const pass = frameBatch(onRows)
  let isOver = false

  /** Until there is an answer: what fell out of the result without one would stand there for ever. */
  async function lookAfter(id: ConversationId): Promise<void> {
    if (isOver) return
    try {
      const row = await fetchConversation(companyId, id)
      if (row) pass([row])
      else onGone(id)
    } catch {
      await untilRetry()
      await lookAfter(id)
    }
  }

  const stop = changeFeed({
    query: (rangeAt) => webQuery('conversationChanges', { companyId }, { rangeAt, sight }),
    anchor,
    onChanged(docs) {
      pass(docs.map(readingIn(companyId)).filter(isPresent))
    },
    onRemoved(id) {
      void lookAfter(conversationIdSchema.parse(id))
    },
  })
  return () => {
    isOver = true
    stop()
  }
}
