import { onScopeDispose, shallowReactive } from 'vue'
import type { UserId } from '#shared/domain/ids.ts'
import { MINUTE_MS } from '#shared/domain/time.ts'
import { COUNT_LIMIT, countConversations } from '#web/firebase/conversations.ts'
import type { ConversationRow, ConversationSource } from '#web/firebase/conversations.ts'
import { inboxFilters, matchesFilter, selectionOf } from './inboxFilters.ts'
import type { InboxFilter } from './inboxFilters.ts'

/** Always in sight; the others are counted when the menu opens. */
const IN_SIGHT: readonly InboxFilter[] = ['open', 'unanswered', 'mine']

export interface FilterCounts {
  /** Absent while unknown. */
  readonly counts: ReadonlyMap<InboxFilter, number>
  /** Counts all of them, at most once a minute. */
  refreshAll(): void
  /** Keeps the counts true between two countings where both states of the row are known. */
  note(former: ConversationRow | undefined, row: ConversationRow): void
}

interface Counted {
  readonly at: number
}

export function useFilterCounts(sources: readonly ConversationSource[], memberId: UserId): FilterCounts {
  const counts = shallowReactive(new Map<InboxFilter, number>())
  const counted = new Map<InboxFilter, Counted>()
  let isStale = false

  async function refresh(filters: readonly InboxFilter[]) {
    const now = Date.now()
    const due = filters.filter((filter) => now - (counted.get(filter)?.at ?? 0) >= MINUTE_MS)
    await Promise.all(due.map((filter) => count(filter, now)))
  }

  async function count(filter: InboxFilter, now: number) {
    counted.set(filter, { at: now })
    try {
      counts.set(filter, await countConversations(sources, selectionOf(filter, { memberId, now })))
    } catch {
      counted.delete(filter)
    }
  }

  function refreshStale() {
    if (!isStale || document.visibilityState === 'hidden') return
    isStale = false
    void refresh([...counts.keys()])
  }

  function note(former: ConversationRow | undefined, row: ConversationRow) {
    isStale = true
    const now = Date.now()
    for (const [filter, known] of counts) {
      if (known >= COUNT_LIMIT || !isTellable(former, row, counted.get(filter))) continue
      const view = { memberId, now }
      const before = former ? Number(matchesFilter(filter, former, view)) : 0
      counts.set(filter, known + Number(matchesFilter(filter, row, view)) - before)
    }
  }

  void refresh(IN_SIGHT)
  const timer = setInterval(refreshStale, MINUTE_MS)
  onScopeDispose(() => {
    clearInterval(timer)
  })
  return { counts, refreshAll: () => void refresh(inboxFilters), note }
}

/** An unknown row changes a count for certain only if it was made after the counting. */
function isTellable(
  former: ConversationRow | undefined,
  row: ConversationRow,
  counted: Counted | undefined,
): boolean {
  return former !== undefined || (counted !== undefined && row.createdAt > counted.at)
}
