import { computed, ref } from 'vue'
import type { ComputedRef, Ref } from 'vue'
import type { Panes } from './usePanes.ts'

const STORED = 'pact.card'

interface CardState {
  readonly isOpen: ComputedRef<boolean>
  toggle(): void
}

/** Whether the contact card stands beside the thread: as chosen last, else wherever there is room for it. */
export function useCardState(panes: Readonly<Ref<Panes>>): CardState {
  const chosen = ref(localStorage.getItem(STORED))
  /** Over the thread it is opened for a look, not for good. */
  const isOver = ref(false)
  const isOpen = computed(() => {
    if (panes.value === 'two') return isOver.value
    return chosen.value === null ? panes.value === 'wide' : chosen.value === 'open'
  })

  function toggle() {
    if (panes.value === 'two') {
      isOver.value = !isOver.value
      return
    }
    chosen.value = isOpen.value ? 'closed' : 'open'
    localStorage.setItem(STORED, chosen.value)
  }

  return { isOpen, toggle }
}
