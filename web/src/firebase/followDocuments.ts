import type { Query } from 'firebase/firestore'
import type * as z from 'zod/mini'
import { liveFeed } from './liveFeed.ts'
import { isPresent, readDocument } from './readDocuments.ts'

interface FollowOptions<T, Id extends string> {
  query(): Query
  readonly schema: z.ZodMiniType<T>
  readonly idSchema: z.ZodMiniType<Id>
  /** All there are now, in the query's order. */
  onChanged(documents: readonly (T & { readonly id: Id })[]): void
}

/** A collection small enough to be listened to as a whole. */
export function followDocuments<T, Id extends string>(options: FollowOptions<T, Id>): () => void {
  const feed = liveFeed({
    query: options.query,
    onSnapshot({ docs }, hasAnswered) {
      if (!hasAnswered) return
      const read = docs.map((snapshot) => readDocument(options.schema, options.idSchema, snapshot))
      options.onChanged(read.filter(isPresent))
    },
  })
  return () => {
    feed.stop()
  }
}
