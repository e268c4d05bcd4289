import { getDocsFromServer, limit, query, startAfter } from 'firebase/firestore'
import type { Query, QueryDocumentSnapshot } from 'firebase/firestore'
import { isPresent } from './readDocuments.ts'

export type Cursor = QueryDocumentSnapshot

export interface Page<T> {
  readonly items: readonly T[]
  /** Where the next page begins; null when nothing follows. */
  readonly next: Cursor | null
}

interface PageOptions<T> {
  readonly size: number
  readonly after: Cursor | null
  read(snapshot: QueryDocumentSnapshot): T | null
}

/**
 * One page by gets, not by a listener: what changes later comes through the feed. From the server alone: without a
 * network the cache would answer with the few it happens to hold, as if there were no others.
 */
export async function fetchPage<T>(from: Query, { size, after, read }: PageOptions<T>): Promise<Page<T>> {
  const bounded = after ? query(from, startAfter(after), limit(size)) : query(from, limit(size))
  const { docs } = await getDocsFromServer(bounded)
  return {
    items: docs.map(read).filter(isPresent),
    next: docs.length < size ? null : (docs[docs.length - 1] ?? null),
  }
}
