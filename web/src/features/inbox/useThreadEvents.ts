import { computed, onScopeDispose, shallowRef, watch } from 'vue'
import type { ComputedRef, ShallowRef } from 'vue'
import { MINUTE_MS } from '#shared/domain/time.ts'
import { fetchEvents, followEvents } from '#web/firebase/conversationEvents.ts'
import type { ThreadEvent } from '#web/firebase/conversationEvents.ts'
import type { ConversationPlace } from '#web/firebase/messages.ts'
import type { Cursor } from '#web/firebase/pages.ts'
import { createSortedRows } from './sortedRows.ts'
import type { ThreadState } from './useThread.ts'

function byTime(a: ThreadEvent, b: ThreadEvent): number {
  return a.at - b.at || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
}

/** What members did, as far back as the messages reach. Read after the messages: they come first. */
export function useThreadEvents(
  place: ConversationPlace,
  state: Readonly<ShallowRef<ThreadState>>,
): ComputedRef<readonly ThreadEvent[]> {
  const events = shallowRef<readonly ThreadEvent[]>([])
  const known = createSortedRows<ThreadEvent>(byTime)
  const older = createOlderEvents(place, add)
  let isOver = false
  let stop: (() => void) | undefined

  function add(some: readonly ThreadEvent[]) {
    for (const event of some) known.put(event)
    events.value = [...known.rows]
  }

  async function reach(since: number) {
    await older.reach(since)
    const newest = known.rows[known.rows.length - 1]?.at ?? MINUTE_MS
    if (!isOver) stop ??= followEvents(place, newest - MINUTE_MS, add)
  }

  watch(
    () => (state.value.status === 'ready' ? from(state.value) : null),
    (since) => {
      if (since !== null) void reach(since)
    },
    { immediate: true },
  )
  onScopeDispose(() => {
    isOver = true
    stop?.()
  })
  return computed(() => events.value.filter(({ kind, at }) => kind !== 'read' && at >= from(state.value)))
}

/** The oldest message shown; everything once the beginning has been reached. */
function from({ hasOlder, stored }: ThreadState): number {
  return hasOlder ? (stored[0]?.sentAt ?? 0) : 0
}

function createOlderEvents(place: ConversationPlace, onEvents: (events: readonly ThreadEvent[]) => void) {
  let next: Cursor | null = null
  let oldest = Infinity
  let isReading = false

  async function readPage() {
    const page = await fetchEvents(place, next)
    next = page.next
    oldest = page.next ? (page.items[page.items.length - 1]?.at ?? -Infinity) : -Infinity
    onEvents(page.items)
  }

  async function readUntil(since: number) {
    while (oldest > since) await readPage()
  }

  return {
    /** Reads on until nothing younger than `since` is missing. What a broken connection left out comes with the next call. */
    async reach(since: number): Promise<void> {
      if (isReading) return
      isReading = true
      await readUntil(since).catch(() => undefined)
      isReading = false
    },
  }
}
