import { fetchMessages } from '#web/firebase/messages.ts'
import type { ConversationPlace, MessageChange, ThreadMessage } from '#web/firebase/messages.ts'
import type { Cursor } from '#web/firebase/pages.ts'
import { urgent } from '#web/firebase/urgent.ts'
import { createSortedRows } from './sortedRows.ts'
import { compareThreadMessages } from './threadDays.ts'

export interface StoredMessages {
  /** The newest page, then the one above it, and so on. */
  loadPage(): Promise<void>
  change(changes: readonly MessageChange[]): void
  hasOlder(): boolean
  /** In order, as far up as pages were read: what changed above that would stand there without its neighbours. */
  list(): readonly ThreadMessage[]
}

/** What the server has of one conversation, from pages and the feed alike. */
export function createStoredMessages(place: ConversationPlace): StoredMessages {
  const known = createSortedRows<ThreadMessage>(compareThreadMessages)
  let next: Cursor | null = null
  let floor: ThreadMessage | null = null

  /** A page may be older than what the feed has brought meanwhile. */
  function put(message: ThreadMessage) {
    const former = known.get(message.id)
    if (!former || former.isPending || former.updatedAt <= message.updatedAt) known.put(message)
  }

  return {
    async loadPage() {
      const page = await urgent(fetchMessages(place, next))
      next = page.next
      floor = page.next ? (page.items[page.items.length - 1] ?? null) : null
      page.items.forEach(put)
    },
    change(changes) {
      for (const { id, message } of changes) {
        if (message) put(message)
        else known.remove(id)
      }
    },
    hasOlder: () => next !== null,
    list: () => known.rows.filter((message) => !floor || compareThreadMessages(floor, message) <= 0),
  }
}
