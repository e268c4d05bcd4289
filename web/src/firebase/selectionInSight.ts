import { narrowed } from '#shared/domain/sight.ts'
import type { Sight } from '#shared/domain/sight.ts'
import type { Narrowing } from '#shared/firestore/buildQuery.ts'
import { queries } from '#shared/firestore/queries.ts'
import type { QueryName } from '#shared/firestore/queries.ts'

/** Which conversations: one of the product's queries with its values. */
export interface ConversationSelection {
  readonly query: QueryName
  readonly equals: readonly unknown[]
  readonly rangeAt?: number
  readonly narrowing?: Narrowing
}

interface SelectionValues {
  readonly equals: readonly unknown[]
  readonly rangeAt?: number
  readonly narrowing: Narrowing
  readonly sight: Sight
}

/** The values a selection is asked for with by somebody who sees in one way; null when he sees none of it. */
export function selectionInSight(
  { query, narrowing = {}, ...values }: ConversationSelection,
  sight: Sight,
): SelectionValues | null {
  const equal = Object.fromEntries(queries[query].equals.map((field, at) => [field, values.equals[at]]))
  const further = narrowed(narrowing, equal)
  const seen = narrowed(sight, { ...equal, ...narrowing })
  return further && seen && { ...values, narrowing: further, sight: seen }
}
