import { computed, onScopeDispose, ref } from 'vue'
import type { Ref } from 'vue'

/** A clock that runs ahead or behind must not lock the person out. */
const LONGEST_S = 180

/** Seconds left until a moment, counted down; 0 once it has come. */
export function useCountdown(until: Readonly<Ref<number>>): Readonly<Ref<number>> {
  const now = ref(Date.now())
  const timer = setInterval(() => (now.value = Date.now()), 500)
  onScopeDispose(() => {
    clearInterval(timer)
  })
  return computed(() => Math.min(Math.max(Math.ceil((until.value - now.value) / 1000), 0), LONGEST_S))
}
