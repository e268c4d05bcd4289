import { Timestamp, collection, orderBy, query, where } from 'firebase/firestore'
import type { Query } from 'firebase/firestore'
import { buildQuery } from '#shared/firestore/buildQuery.ts'
import type { Narrowing, QueryWords } from '#shared/firestore/buildQuery.ts'
import { collectionPath } from '#shared/firestore/collections.ts'
import type { Sight } from '#shared/domain/sight.ts'
import { queries } from '#shared/firestore/queries.ts'
import type { QueryName } from '#shared/firestore/queries.ts'
import { firestore } from './firestore.ts'

const words: QueryWords<Query> = {
  where: (from, field, comparison, value) => query(from, where(field, comparison, value)),
  orderBy: (from, field, direction) => query(from, orderBy(field, direction)),
}

/** Whose documents: a company's, what a member keeps there, or a person's own. */
export type QueryPlace =
  | { readonly companyId: string; readonly conversationId?: string }
  | { readonly companyId: string; readonly channelId: string }
  | { readonly companyId: string; readonly userId: string }
  | { readonly userId: string }

interface Values {
  readonly equals?: readonly unknown[]
  /** A moment: all our ranges are over time. */
  readonly rangeAt?: number
  readonly sight?: Sight
  readonly narrowing?: Narrowing
}

/** One of the product's queries in the browser SDK's words. */
export function webQuery(
  name: QueryName,
  place: QueryPlace,
  { equals = [], rangeAt, sight = {}, narrowing = {} }: Values = {},
): Query {
  const shape = queries[name]
  const from = collection(firestore, collectionPath(shape.collection, { ...place }))
  const range = rangeAt === undefined ? {} : { range: Timestamp.fromMillis(rangeAt) }
  return buildQuery<Query>(from, shape, { equals, sight, narrowing, ...range }, words)
}
