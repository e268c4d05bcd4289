import { computed, onScopeDispose, ref } from 'vue'
import type { CSSProperties, ComputedRef } from 'vue'

/** What hides less than this is no keyboard: a bar of the browser that comes and goes. */
const KEYBOARD_MIN_PX = 120

/**
 * iOS lays its keyboard over the page instead of making the page smaller: while it is there, the frame takes
 * exactly what is left to see. Elsewhere, and without a keyboard, it says nothing.
 */
export function useVisibleArea(): ComputedRef<CSSProperties> {
  const viewport = window.visualViewport
  const height = ref<number | null>(null)
  const top = ref(0)

  function measure(): void {
    if (!viewport) return
    const isZoomed = viewport.scale > 1.01
    const hidden = window.innerHeight - viewport.height
    height.value = hidden >= KEYBOARD_MIN_PX && !isZoomed ? viewport.height : null
    top.value = viewport.offsetTop
  }

  for (const event of ['resize', 'scroll']) viewport?.addEventListener(event, measure)
  onScopeDispose(() => {
    for (const event of ['resize', 'scroll']) viewport?.removeEventListener(event, measure)
  })
  measure()
  return computed(() => {
    if (height.value === null) return {}
    return { position: 'fixed', insetInline: '0', top: `${top.value}px`, height: `${height.value}px` }
  })
}
