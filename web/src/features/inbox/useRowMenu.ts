import { computed, ref } from 'vue'
import type { ComputedRef, Ref } from 'vue'
import type { ConversationId } from '#shared/domain/ids.ts'
import type { ConversationRow } from '#web/firebase/conversations.ts'

export interface RowMenuState {
  /** As it is now; null when there is none, or it has left the list. */
  readonly row: ComputedRef<ConversationRow | null>
  readonly at: Readonly<Ref<[x: number, y: number]>>
  readonly isOpen: Ref<boolean>
  openAt(id: ConversationId, x: number, y: number): void
  /** Below the beginning of the row's name, for who asked by key. */
  openBelow(id: ConversationId, row: Element): void
}

const NAME_INSET_PX = 64

/** One menu for all rows, at the place it was asked for. */
export function useRowMenu(rows: () => readonly ConversationRow[]): RowMenuState {
  const id = ref<ConversationId | null>(null)
  const at = ref<[number, number]>([0, 0])
  const isOpen = ref(false)

  function openAt(wanted: ConversationId, x: number, y: number): void {
    id.value = wanted
    at.value = [x, y]
    isOpen.value = true
  }

  return {
    row: computed(() => rows().find((row) => row.id === id.value) ?? null),
    at,
    isOpen,
    openAt,
    openBelow(wanted, element) {
      const { left, bottom } = element.getBoundingClientRect()
      openAt(wanted, left + NAME_INSET_PX, bottom)
    },
  }
}
