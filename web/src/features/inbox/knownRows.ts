import type { ConversationRow } from '#web/firebase/conversations.ts'
import type { InboxOrder } from './inboxFilters.ts'
import { createSortedRows } from './sortedRows.ts'
import type { Comparison } from './sortedRows.ts'

function comparison(momentOf: (row: ConversationRow) => number): Comparison<ConversationRow> {
  return (a, b) => momentOf(b) - momentOf(a) || (a.id < b.id ? 1 : a.id > b.id ? -1 : 0)
}

/** Newest first, as the queries order them. */
export const comparisons: Readonly<Record<InboxOrder, Comparison<ConversationRow>>> = {
  inbound: comparison(({ sortAt }) => sortAt),
  creation: comparison(({ createdAt }) => createdAt),
}

/** Every conversation heard of, from pages and the feed alike. */
export interface KnownRows {
  rows(order: InboxOrder): readonly ConversationRow[]
  get(id: string): ConversationRow | undefined
  learn(rows: readonly ConversationRow[]): void
  forget(id: string): void
}

export function createKnownRows(
  onRowChanged: (former: ConversationRow | undefined, row: ConversationRow) => void,
): KnownRows {
  let order: InboxOrder = 'inbound'
  let known = createSortedRows(comparisons[order])

  /** A page may be older than what the feed has brought meanwhile. */
  function learnRow(row: ConversationRow) {
    const former = known.get(row.id)
    if (former && former.updatedAt > row.updatedAt) return
    known.put(row)
    onRowChanged(former, row)
  }

  function sortBy(wanted: InboxOrder) {
    if (wanted === order) return
    order = wanted
    const sorted = createSortedRows(comparisons[order])
    for (const row of known.rows) sorted.put(row)
    known = sorted
  }

  return {
    rows(wanted) {
      sortBy(wanted)
      return known.rows
    },
    get: (id) => known.get(id),
    learn(rows) {
      for (const row of rows) learnRow(row)
    },
    forget(id) {
      known.remove(id)
    },
  }
}
