import type { ConversationRow } from '#web/firebase/conversations.ts'
import { createSortedRows } from './sortedRows.ts'

/** Newest first, as the queries order them. */
export function byNewest(a: ConversationRow, b: ConversationRow): number {
  return b.sortAt - a.sortAt || (a.id < b.id ? 1 : a.id > b.id ? -1 : 0)
}

/** Every conversation heard of, from pages and the feed alike. */
export interface KnownRows {
  readonly rows: readonly ConversationRow[]
  get(id: string): ConversationRow | undefined
  learn(rows: readonly ConversationRow[]): void
  forget(id: string): void
}

export function createKnownRows(
  onRowChanged: (former: ConversationRow | undefined, row: ConversationRow) => void,
): KnownRows {
  const known = createSortedRows<ConversationRow>(byNewest)

  /** A page may be older than what the feed has brought meanwhile. */
  function learnRow(row: ConversationRow) {
    const former = known.get(row.id)
    if (former && former.updatedAt > row.updatedAt) return
    known.put(row)
    onRowChanged(former, row)
  }

  return {
    rows: known.rows,
    get: known.get,
    learn(rows) {
      for (const row of rows) learnRow(row)
    },
    forget: known.remove,
  }
}
