import type { Sight } from '#shared/domain/sight.ts'
import type { QueryShape } from './queries.ts'

/** The few words of an SDK a query is built with. */
export interface QueryWords<Query> {
  where(query: Query, field: string, comparison: '==' | 'in' | '<' | '<=' | '>' | '>=', value: unknown): Query
  orderBy(query: Query, field: string, direction: 'asc' | 'desc'): Query
}

export interface QueryValues {
  /** One for each of the shape's equalities, in their order. */
  readonly equals?: readonly unknown[]
  readonly range?: unknown
  /** Only what is seen in this way; for shapes that are `seen`. */
  readonly sight?: Sight
}

/** Fills a shape with values, in the words of either SDK. */
export function buildQuery<Query>(
  from: Query,
  shape: QueryShape,
  values: QueryValues,
  words: QueryWords<Query>,
): Query {
  let query = from
  shape.equals.forEach((field, at) => (query = words.where(query, field, '==', values.equals?.[at])))
  for (const [field, seen] of Object.entries(values.sight ?? {}))
    query = words.where(query, field, Array.isArray(seen) ? 'in' : '==', seen)
  if (shape.range) query = words.where(query, shape.range[0], shape.range[1], values.range)
  for (const [field, direction] of shape.order) query = words.orderBy(query, field, direction)
  return query
}
