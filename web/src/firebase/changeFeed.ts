import { Timestamp, limit, query } from 'firebase/firestore'
import type { DocumentChange, Query, QueryDocumentSnapshot, QuerySnapshot } from 'firebase/firestore'
import { LATENESS_MS, createCatchUp } from './createCatchUp.ts'
import { createRecheck } from './createRecheck.ts'
import { createReturns } from './createReturns.ts'
import { liveFeed } from './liveFeed.ts'
import { fetchPage } from './pages.ts'
import type { Cursor } from './pages.ts'

/** The newest changes that are listened to: every reconnection reads them again, so they are few. */
const WINDOW_SIZE = 20
const CATCH_UP_PAGE_SIZE = 100

export interface ChangeFeedOptions {
  /** Whatever changed at or after the given moment, newest first. */
  query(rangeAt: number): Query
  /** Everything older is known from elsewhere. */
  readonly anchor: number
  onChanged(docs: readonly QueryDocumentSnapshot[]): void
  /** A write of ours was refused and the document fell out of the result, back to what it was. */
  onRemoved(id: string): void
}

/** Every change since an anchor: a listener on the newest few, and gets for those that outran it. */
export function changeFeed({ query: changesSince, anchor, onChanged, onRemoved }: ChangeFeedOptions) {
  const removals = createRemovals(onRemoved)
  const fetchSince = (since: number) => fetchAll(changesSince(since), onChanged)
  const catchUp = createCatchUp({ anchor, fetchSince })
  const recheck = createRecheck(fetchSince)
  const feed = liveFeed({
    query: () => query(changesSince(anchor), limit(WINDOW_SIZE)),
    onSnapshot(snapshot) {
      const there = removals.sort(snapshot)
      if (there.length > 0) onChanged(there)
      const isVouchedFor = !snapshot.metadata.fromCache
      const reach = reachOf(snapshot)
      if (isVouchedFor) catchUp.look(reach)
      recheck.look(isVouchedFor, Math.max(anchor, reach.newestAt - LATENESS_MS))
    },
  })
  return () => {
    feed.stop()
    catchUp.stop()
    recheck.stop()
    removals.stop()
  }
}

/** Bounded by what changed meanwhile; page by page, so that what is there shows at once. */
async function fetchAll(changes: Query, onChanged: ChangeFeedOptions['onChanged']): Promise<void> {
  let after: Cursor | null = null
  do {
    const page: { items: readonly QueryDocumentSnapshot[]; next: Cursor | null } = await fetchPage(changes, {
      size: CATCH_UP_PAGE_SIZE,
      after,
      read: (snapshot) => snapshot,
    })
    onChanged(page.items)
    after = page.next
  } while (after)
}

function reachOf(snapshot: QuerySnapshot) {
  const moments = snapshot.docs.map(provenUpdatedAt).filter((at) => at !== null)
  const newestAt = Math.max(0, ...moments)
  return { newestAt, oldestAt: snapshot.size < WINDOW_SIZE ? 0 : Math.min(newestAt, ...moments) }
}

/** The server's own time; a pending write's is only this machine's clock, which may be wrong by hours. */
function provenUpdatedAt(snapshot: QueryDocumentSnapshot): number | null {
  const at: unknown = snapshot.metadata.hasPendingWrites ? null : snapshot.get('updatedAt')
  return at instanceof Timestamp ? at.toMillis() : null
}

/** Pushed out at the old end by newer changes: it has not gone anywhere. */
function hasSlidOut({ doc }: DocumentChange, { newestAt, oldestAt }: ReturnType<typeof reachOf>): boolean {
  const at = provenUpdatedAt(doc)
  return at !== null && newestAt > 0 && at <= oldestAt
}

/** Tells of a removal only when the document has not come back in time. */
function createRemovals(onRemoved: (id: string) => void) {
  const returns = createReturns(onRemoved)
  return {
    /** Gives those that are there. */
    sort(snapshot: QuerySnapshot): QueryDocumentSnapshot[] {
      const reach = reachOf(snapshot)
      return snapshot.docChanges().flatMap((change) => {
        returns.seen(change.doc.id)
        if (change.type !== 'removed') return [change.doc]
        if (!hasSlidOut(change, reach)) returns.left(change.doc.id)
        return []
      })
    },
    stop: returns.stop,
  }
}
