import { computed, onScopeDispose, shallowRef, watch } from 'vue'
import type { ComputedRef, ShallowRef } from 'vue'
import { MINUTE_MS } from '#shared/domain/time.ts'
import type { ConversationPlace } from '#web/firebase/messages.ts'
import { fetchNotes, followNotes } from '#web/firebase/notes.ts'
import type { NoteChange, ThreadNote } from '#web/firebase/notes.ts'
import { outgoingNotes } from '#web/firebase/outgoingNotes.ts'
import { createOlderPages } from './createOlderPages.ts'
import { outgoingAsNote } from './outgoingAsNote.ts'
import { createSortedRows } from './sortedRows.ts'
import { reachOf } from './useThreadEvents.ts'
import type { ThreadState } from './useThread.ts'

function byTime(a: ThreadNote, b: ThreadNote): number {
  return a.createdAt - b.createdAt || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
}

/** What members wrote to each other here, as far back as the messages reach. Read after the messages: they come first. */
export function useThreadNotes(
  place: ConversationPlace,
  state: Readonly<ShallowRef<ThreadState>>,
): ComputedRef<readonly ThreadNote[]> {
  const notes = shallowRef<readonly ThreadNote[]>([])
  const known = createKnownNotes((rows) => (notes.value = rows))
  const older = createOlderPages({
    fetch: (after) => fetchNotes(place, after),
    momentOf: ({ createdAt }) => createdAt,
    onItems: known.put,
  })
  let isOver = false
  let stop: (() => void) | undefined

  async function reach(since: number) {
    await older.reach(since, () => isOver)
    if (!isOver) stop ??= followNotes(place, known.newestChange() - MINUTE_MS, known.change)
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
  return withOutgoing(
    place,
    computed(() => {
      const since = reachOf(state.value)
      return notes.value.filter(({ deletedAt, createdAt }) => deletedAt === undefined && createdAt >= since)
    }),
  )
}

/** What this browser has not got through yet, each note once: what the SDK shows of it counts. */
function withOutgoing(
  { conversationId }: ConversationPlace,
  notes: ComputedRef<readonly ThreadNote[]>,
): ComputedRef<readonly ThreadNote[]> {
  return computed(() => {
    const own = outgoingNotes.items.value.filter(({ written }) => written.conversationId === conversationId)
    if (own.length === 0) return notes.value
    const shownIds = new Set(notes.value.map(({ id }) => id))
    return [...notes.value, ...own.filter(({ written }) => !shownIds.has(written.id)).map(outgoingAsNote)]
  })
}

function createKnownNotes(onChanged: (notes: readonly ThreadNote[]) => void) {
  const known = createSortedRows<ThreadNote>(byTime)

  /** A page may be older than what the feed has brought meanwhile. */
  function put(notes: readonly ThreadNote[]) {
    for (const note of notes) {
      const former = known.get(note.id)
      if (!former || former.isPending || former.updatedAt <= note.updatedAt) known.put(note)
    }
    onChanged([...known.rows])
  }

  return {
    put,
    change(changes: readonly NoteChange[]) {
      for (const { id, note } of changes) if (!note) known.remove(id)
      put(changes.map(({ note }) => note).filter((note) => note !== null))
    },
    newestChange() {
      const settled = known.rows.filter(({ isPending }) => !isPending)
      return Math.max(MINUTE_MS, ...settled.map(({ updatedAt }) => updatedAt))
    },
  }
}
