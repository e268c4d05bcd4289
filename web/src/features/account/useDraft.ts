import { computed, shallowReactive, watch } from 'vue'
import type { ComputedRef, WritableComputedRef } from 'vue'

export interface Draft<T> {
  readonly draft: WritableComputedRef<T>
  readonly isChanged: ComputedRef<boolean>
  /** Back to what is stored. */
  reset(): void
}

/** One value being edited. Until it is touched it follows what is stored, also when that changes elsewhere. */
export function useDraft<T extends string | boolean>(stored: () => T): Draft<T> {
  const typed = shallowReactive<{ value?: T }>({})
  const draft = computed<T>({
    get: () => typed.value ?? stored(),
    set: (value) => (typed.value = value),
  })

  // What was typed has become what is stored: from here on it follows again.
  watch(stored, (now) => {
    if (typed.value === now) delete typed.value
  })

  return {
    draft,
    isChanged: computed(() => draft.value !== stored()),
    reset: () => delete typed.value,
  }
}
