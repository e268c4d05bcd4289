import { onScopeDispose, shallowReactive, watch } from 'vue'
import type { Ref } from 'vue'
import type { UserId } from '#shared/domain/ids.ts'
import { MINUTE_MS } from '#shared/domain/time.ts'
import type { ConversationRow } from '#web/firebase/conversations.ts'
import type { ConversationSelection } from '#web/firebase/selectionInSight.ts'
import { untilNothingUrgent } from '#web/firebase/urgent.ts'
import { COUNT_LIMIT, NO_NARROWING, inboxFilters } from '#shared/domain/view.ts'
import type { InboxFilter, ViewNarrowing } from '#shared/domain/view.ts'
import { matchesChoice, selectionOf } from './inboxFilters.ts'

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

interface Counting {
  readonly memberId: UserId
  /** With null none is counted. */
  readonly narrowing: Readonly<Ref<ViewNarrowing | null>>
  /** How many there are, up to COUNT_LIMIT. */
  count(selection: ConversationSelection): Promise<number>
}

/** Counts what is asked for, each at most once a minute. */
function createCounting({ memberId, narrowing, count: countAll }: Counting) {
  const counts = shallowReactive(new Map<InboxFilter, number>())
  const counted = new Map<InboxFilter, Counted>()

  async function count(filter: InboxFilter, now: number) {
    counted.set(filter, { at: now })
    try {
      const asked = narrowing.value
      if (!asked) return
      const before = counts.get(filter)
      const choice = { filter, narrowing: asked, order: 'inbound' } as const
      const count = await countAll(selectionOf(choice, { memberId, now }))
      if (asked !== narrowing.value) return
      // What changed meanwhile may be counted or not: it stays as told, and is counted again.
      if (counts.get(filter) === before) counts.set(filter, count)
      else counted.delete(filter)
    } catch {
      counted.delete(filter)
    }
  }

  async function refresh(filters: readonly InboxFilter[]) {
    await untilNothingUrgent()
    const now = Date.now()
    const due = filters.filter((filter) => now - (counted.get(filter)?.at ?? 0) >= MINUTE_MS)
    await Promise.all(due.map((filter) => count(filter, now)))
  }

  return { counts, counted, refresh }
}

/** How many conversations each filter would show, with what narrows the list. */
export function useFilterCounts(counting: Counting): FilterCounts {
  const { memberId, narrowing } = counting
  const { counts, counted, refresh } = createCounting(counting)
  let changedAt = 0

  /** What has changed since it was counted, and what could not be counted so far. */
  function refreshStale() {
    if (document.visibilityState === 'hidden') return
    const known = [...new Set([...IN_SIGHT, ...counts.keys()])]
    void refresh(known.filter((filter) => (counted.get(filter)?.at ?? 0) <= changedAt))
  }

  function note(former: ConversationRow | undefined, row: ConversationRow) {
    const now = Date.now()
    changedAt = now
    for (const [filter, known] of counts) {
      if (known >= COUNT_LIMIT || !isTellable(former, row, counted.get(filter))) continue
      const view = { memberId, now }
      const choice = { filter, narrowing: narrowing.value ?? NO_NARROWING }
      const before = former ? Number(matchesChoice(choice, former, view)) : 0
      counts.set(filter, known + Number(matchesChoice(choice, row, view)) - before)
    }
  }

  function startAgain() {
    counts.clear()
    counted.clear()
    void refresh(IN_SIGHT)
  }

  watch(narrowing, startAgain, { immediate: true })
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
