import { computed, shallowReactive } from 'vue'
import type { ComputedRef } from 'vue'
import type { ConversationId } from '#shared/domain/ids.ts'
import type { ConversationRow } from '#web/firebase/conversations.ts'

/** Rows chosen for one deed on all of them. */
export interface Marking {
  readonly isOn: ComputedRef<boolean>
  readonly count: ComputedRef<number>
  has(id: ConversationId): boolean
  /** Marks or unmarks one. */
  toggle(id: ConversationId): void
  /** All from the one marked last to this one. */
  extendTo(id: ConversationId): void
  markAll(): void
  clear(): void
  /** In the list's order, as they are now; then those that have left the list, as they were when marked. */
  rows(): readonly ConversationRow[]
}

export function useMarking(listed: () => readonly ConversationRow[]): Marking {
  const marked = shallowReactive(new Map<ConversationId, ConversationRow>())
  let lastId: ConversationId | null = null

  function mark(rows: readonly ConversationRow[]) {
    for (const row of rows) marked.set(row.id, row)
  }

  function placeOf(id: ConversationId | null): number {
    return listed().findIndex((row) => row.id === id)
  }

  return {
    isOn: computed(() => marked.size > 0),
    count: computed(() => marked.size),
    has: (id) => marked.has(id),
    toggle(id) {
      const row = listed()[placeOf(id)]
      if (marked.delete(id) || !row) return
      marked.set(id, row)
      lastId = id
    },
    extendTo(id) {
      const to = placeOf(id)
      const from = lastId === null ? to : placeOf(lastId)
      if (to < 0) return
      mark(listed().slice(Math.min(from < 0 ? to : from, to), Math.max(from, to) + 1))
      lastId = id
    },
    markAll: () => {
      mark(listed())
    },
    clear() {
      marked.clear()
      lastId = null
    },
    rows() {
      const now = listed().filter(({ id }) => marked.has(id))
      const ids = new Set(now.map(({ id }) => id))
      return [...now, ...[...marked.values()].filter(({ id }) => !ids.has(id))]
    },
  }
}
