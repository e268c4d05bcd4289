import { computed, ref, watch } from 'vue'
import type { ComputedRef, Ref } from 'vue'

const TYPED = /^\/([^\n]{0,60})$/u

export interface TemplateQuery {
  readonly isOpen: ComputedRef<boolean>
  /** What follows the «/»; undefined where the picker was asked for by its button and has a field of its own. */
  readonly typed: ComputedRef<string | undefined>
  toggle(): void
  close(): void
}

/** Whether templates are offered: asked for by a button, or by «/» at the start of what is written. */
export function useTemplateQuery(text: Readonly<Ref<string>>): TemplateQuery {
  const isAsked = ref(false)
  const isTurnedDown = ref(false)
  const afterSlash = computed(() => TYPED.exec(text.value)?.[1])
  const isOpen = computed(() => isAsked.value || (afterSlash.value !== undefined && !isTurnedDown.value))

  watch(afterSlash, (query) => {
    if (query === undefined) isTurnedDown.value = false
  })

  function close() {
    isAsked.value = false
    isTurnedDown.value = afterSlash.value !== undefined
  }

  return {
    isOpen,
    typed: computed(() => (isAsked.value ? undefined : afterSlash.value)),
    toggle() {
      if (isOpen.value) close()
      else isAsked.value = true
    },
    close,
  }
}
