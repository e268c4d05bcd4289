import { onScopeDispose, ref, watch } from 'vue'
import type { Ref } from 'vue'

const SAVE_AFTER_MS = 800
const SAVED_SHOWN_MS = 3000

export interface Autosave {
  readonly text: Ref<string>
  readonly state: Readonly<Ref<'idle' | 'dirty' | 'saved' | 'failed'>>
  onInput(): void
  save(): Promise<void>
}

/** A text that saves itself once nobody writes on; a colleague's change is taken over unless one is written here. */
export function useAutosave(stored: () => string, store: (text: string) => Promise<void>): Autosave {
  const text = ref(stored())
  const state = ref<'idle' | 'dirty' | 'saved' | 'failed'>('idle')
  let timer: ReturnType<typeof setTimeout> | undefined

  watch(stored, (value) => {
    if (state.value !== 'dirty') text.value = value
  })

  async function save() {
    clearTimeout(timer)
    if (state.value !== 'dirty') return
    state.value = 'saved'
    try {
      await store(text.value)
      timer = setTimeout(() => (state.value = state.value === 'saved' ? 'idle' : state.value), SAVED_SHOWN_MS)
    } catch {
      state.value = 'failed'
    }
  }

  onScopeDispose(() => void save())
  return {
    text,
    state,
    save,
    onInput() {
      state.value = 'dirty'
      clearTimeout(timer)
      timer = setTimeout(() => void save(), SAVE_AFTER_MS)
    },
  }
}
