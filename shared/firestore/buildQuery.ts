import type { Sight } from '#shared/domain/sight.ts'
import { LIST_FIELDS } from './queries.ts'
import type { Comparison, NarrowingField, QueryShape } from './queries.ts'

/** The few words of an SDK a query is built with. */
export interface QueryWords<Query> {
  where(query: Query, field: string, comparison: Comparison, value: unknown): Query
  orderBy(query: Query, field: string, direction: 'asc' | 'desc'): Query
}

export interface QueryValues {
  /** One for each of the shape's equalities, in their order. */
  readonly equals?: readonly unknown[]
  readonly range?: unknown
  /** Only what is seen in this way; for shapes that are `seen`. */
  readonly sight?: Sight
  /** For shapes that are `narrowed`. */
  readonly narrowing?: Narrowing
}

export type Narrowing = Readonly<Partial<Record<NarrowingField, string | readonly string[]>>>

/** Fills a shape with values, in the words of either SDK. */
export function buildQuery<Query>(
  from: Query,
  shape: QueryShape,
  values: QueryValues,
  words: QueryWords<Query>,
): Query {
  let query = from
  const compare = (field: string, value: unknown) =>
    (query = words.where(query, field, comparisonOf(field, value), value))
  shape.equals.forEach((field, at) => compare(field, values.equals?.[at]))
  for (const [field, value] of Object.entries({ ...values.narrowing, ...values.sight })) compare(field, value)
  if (shape.range) query = words.where(query, shape.range[0], shape.range[1], values.range)
  for (const [field, direction] of shape.order) query = words.orderBy(query, field, direction)
  return query
}

function comparisonOf(field: string, value: unknown): Comparison {
  if (LIST_FIELDS.has(field)) return 'array-contains'
  return Array.isArray(value) ? 'in' : '=='
}
