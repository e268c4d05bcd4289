import { onScopeDispose, ref } from 'vue'
import type { Ref } from 'vue'

/** Turns true once this much time has passed since the component came up. */
export function useElapsed(ms: number): Readonly<Ref<boolean>> {
  const elapsed = ref(false)
  const timer = setTimeout(() => (elapsed.value = true), ms)
  onScopeDispose(() => clearTimeout(timer))
  return elapsed
}
