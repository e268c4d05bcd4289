import { onScopeDispose } from 'vue'
import type { ConversationRow } from '#web/firebase/conversations.ts'

let rowsNow: (() => readonly ConversationRow[]) | null = null

/** Lets the rest of the page look through the rows a list has loaded. */
export function offerConversations(rows: () => readonly ConversationRow[]): void {
  rowsNow = rows
  onScopeDispose(() => {
    if (rowsNow === rows) rowsNow = null
  })
}

export function conversationsAtHand(): readonly ConversationRow[] {
  return rowsNow?.() ?? []
}
