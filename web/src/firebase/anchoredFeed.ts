import { Timestamp } from 'firebase/firestore'
import type { DocumentChange, Query, QueryDocumentSnapshot } from 'firebase/firestore'
import { MINUTE_MS, SECOND_MS } from '#shared/domain/time.ts'
import { liveFeed } from './liveFeed.ts'
import type { Feed } from './liveFeed.ts'

/** Commits may arrive this much later than their own timestamp says. */
export const FEED_OVERLAP_MS = MINUTE_MS

/** Every reconnection reads the whole result again, so it is kept short. */
const RENEWAL_SIZE = 300

/**
 * Between the server's word that a write of ours is done and the same document coming through the listener,
 * the SDK's memory cache drops it: it leaves the result and comes back at once.
 */
const RETURN_LIMIT_MS = 3 * SECOND_MS

export interface AnchoredFeedOptions {
  /** Whatever changed at or after the given moment. */
  query(rangeAt: number): Query
  readonly anchor: number
  onChanged(docs: readonly QueryDocumentSnapshot[]): void
  /** A write of ours was refused and the document fell out of the result, back to what it was. */
  onRemoved(id: string): void
}

/** Listens to changes since an anchor which moves on with them: on every reconnection and when the result has grown. */
export function anchoredFeed(options: AnchoredFeedOptions): () => void {
  let from = options.anchor
  let newest = options.anchor + FEED_OVERLAP_MS
  const removals = createRemovals(options.onRemoved)
  const feed: Feed = liveFeed({
    query() {
      from = Math.max(options.anchor, newest - FEED_OVERLAP_MS)
      return options.query(from)
    },
    onChanges(changes, size) {
      newest = changes.reduce((at, { doc }) => Math.max(at, provenUpdatedAt(doc)), newest)
      const there = removals.sort(changes)
      if (there.length > 0) options.onChanged(there)
      if (size > RENEWAL_SIZE && newest - FEED_OVERLAP_MS > from + FEED_OVERLAP_MS) feed.renew()
    },
  })
  return () => {
    feed.stop()
    removals.stop()
  }
}

/** Tells of a removal only when the document has not come back in time. */
function createRemovals(onRemoved: (id: string) => void) {
  const timers = new Map<string, ReturnType<typeof setTimeout>>()

  function forget(id: string) {
    clearTimeout(timers.get(id))
    timers.delete(id)
  }

  function note({ type, doc: { id } }: DocumentChange) {
    forget(id)
    if (type !== 'removed') return
    const timer = setTimeout(() => {
      forget(id)
      onRemoved(id)
    }, RETURN_LIMIT_MS)
    timers.set(id, timer)
  }

  return {
    /** Gives those that are there. */
    sort(changes: readonly DocumentChange[]): QueryDocumentSnapshot[] {
      changes.forEach(note)
      return changes.filter(({ type }) => type !== 'removed').map(({ doc }) => doc)
    },
    stop() {
      for (const id of [...timers.keys()]) forget(id)
    },
  }
}

/** The server's own time; a pending write's is only this machine's clock, which may be wrong by hours. */
function provenUpdatedAt(snapshot: QueryDocumentSnapshot): number {
  if (snapshot.metadata.hasPendingWrites) return 0
  const at: unknown = snapshot.get('updatedAt')
  return at instanceof Timestamp ? at.toMillis() : 0
}
