import { onScopeDispose, ref } from 'vue'
import type { Ref } from 'vue'

/**
 * How many panes stand beside each other:
 * `phone` and `one` one at a time, `two` list and thread with the card over the thread's right side,
 * `three` all, the card closed by default, `wide` all, the card open.
 */
export type Panes = 'phone' | 'one' | 'two' | 'three' | 'wide'

const widths: readonly (readonly [least: number, panes: Panes])[] = [
  [1280, 'wide'],
  [1145, 'three'],
  [840, 'two'],
  [600, 'one'],
  [0, 'phone'],
]

function panesNow(): Panes {
  const fits = widths.find(([least]) => window.matchMedia(`(min-width: ${least}px)`).matches)
  return fits?.[1] ?? 'phone'
}

export function usePanes(): Readonly<Ref<Panes>> {
  const panes = ref(panesNow())
  const measure = () => (panes.value = panesNow())
  window.addEventListener('resize', measure)
  onScopeDispose(() => {
    window.removeEventListener('resize', measure)
  })
  return panes
}
