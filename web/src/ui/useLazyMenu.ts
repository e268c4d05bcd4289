import { ref } from 'vue'
import type { Ref } from 'vue'

export interface LazyMenu {
  /** Loaded with the first look at its button. */
  readonly isWanted: Ref<boolean>
  readonly isOpen: Ref<boolean>
  want(): void
  toggle(): void
}

/** A menu that costs nothing until somebody reaches for it. */
export function useLazyMenu(): LazyMenu {
  const isWanted = ref(false)
  const isOpen = ref(false)
  return {
    isWanted,
    isOpen,
    want: () => (isWanted.value = true),
    toggle() {
      isWanted.value = true
      isOpen.value = !isOpen.value
    },
  }
}
