import { computed, onScopeDispose, shallowRef, watch } from 'vue'
import type { ComputedRef, ShallowRef } from 'vue'
import { MINUTE_MS } from '#shared/domain/time.ts'
import { fetchEvents, followEvents } from '#web/firebase/conversationEvents.ts'
import type { ThreadEvent, ThreadEventChange } from '#web/firebase/conversationEvents.ts'
import type { ConversationPlace } from '#web/firebase/messages.ts'
import { createOlderPages } from './createOlderPages.ts'
import { createSortedRows } from './sortedRows.ts'
import type { ThreadState } from './useThread.ts'

/** Nobody's news, or shown as what they tell of. */
const HIDDEN: ReadonlySet<ThreadEvent['kind']> = new Set(['read', 'noted'])

function byTime(a: ThreadEvent, b: ThreadEvent): number {
  return a.at - b.at || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
}

/** Those read or heard of so far. */
function createKnownEvents() {
  const known = createSortedRows<ThreadEvent>(byTime)
  const events = shallowRef<readonly ThreadEvent[]>([])

  function apply(changes: readonly ThreadEventChange[]) {
    for (const change of changes) {
      if ('event' in change) known.put(change.event)
      else known.remove(change.refusedId)
    }
    events.value = [...known.rows]
  }

  return {
    events,
    apply,
    /** When the newest was written that the server has. */
    newest: () => known.rows.findLast(({ isPending }) => !isPending)?.at ?? MINUTE_MS,
  }
}

/** What members did, as far back as the messages reach. Read after the messages: they come first. */
export function useThreadEvents(
  place: ConversationPlace,
  state: Readonly<ShallowRef<ThreadState>>,
): ComputedRef<readonly ThreadEvent[]> {
  const { events, newest, apply } = createKnownEvents()
  const older = createOlderPages({
    fetch: (after) => fetchEvents(place, after),
    momentOf: ({ at }) => at,
    onItems: (items) => {
      apply(items.map((event) => ({ event })))
    },
  })
  let isOver = false
  let stop: (() => void) | undefined

  async function reach(since: number) {
    await older.reach(since, () => isOver)
    if (!isOver) stop ??= followEvents(place, newest() - MINUTE_MS, apply)
  }

  watch(
    () => (state.value.status === 'ready' ? reachOf(state.value) : null),
    (since) => {
      if (since !== null) void reach(since)
    },
    { immediate: true },
  )
  onScopeDispose(() => {
    isOver = true
    stop?.()
  })
  return computed(() =>
    events.value.filter(({ kind, at }) => !HIDDEN.has(kind) && at >= reachOf(state.value)),
  )
}

/** The oldest message shown; everything once the beginning has been reached. */
export function reachOf({ hasOlder, stored }: ThreadState): number {
  return hasOlder ? (stored[0]?.sentAt ?? 0) : 0
}
