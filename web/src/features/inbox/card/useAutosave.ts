import { onScopeDispose, ref, watch } from 'vue'
import type { Ref } from 'vue'

const SAVE_AFTER_MS = 800
const SAVED_SHOWN_MS = 3000

type AutosaveState = 'idle' | 'dirty' | 'saving' | 'saved' | 'failed'

export interface Autosave {
  readonly text: Ref<string>
  /** `saved` only once the server has it. */
  readonly state: Readonly<Ref<AutosaveState>>
  onInput(): void
  /** Also once more what could not be saved. */
  save(): Promise<void>
}

/** A text that saves itself once nobody writes on; a colleague's change is taken over unless something here is unsaved. */
export function useAutosave(stored: () => string, store: (text: string) => Promise<void>): Autosave {
  const text = ref(stored())
  const state = ref<AutosaveState>('idle')
  const isUnsaved = () => state.value === 'dirty' || state.value === 'failed'
  let timer: ReturnType<typeof setTimeout> | undefined
  let round = 0

  watch(stored, (value) => {
    if (!isUnsaved() && state.value !== 'saving') text.value = value
  })

  /** Unless something newer is being written or saved by then. */
  function end(own: number, ended: AutosaveState) {
    if (own !== round || state.value !== 'saving') return
    state.value = ended
    if (ended === 'saved') timer = setTimeout(() => (state.value = 'idle'), SAVED_SHOWN_MS)
  }

  async function save() {
    clearTimeout(timer)
    if (!isUnsaved()) return
    const own = ++round
    state.value = 'saving'
    try {
      await store(text.value)
      end(own, 'saved')
    } catch {
      end(own, 'failed')
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
