import { onMounted, onScopeDispose, ref } from 'vue'
import type { Ref } from 'vue'

const MARGIN = '400px'

/** Turns true once the element has come near what is in sight of its scroller, marked `data-scroller`, and stays so. */
export function useNearness(element: Readonly<Ref<HTMLElement | null>>): Readonly<Ref<boolean>> {
  const isNear = ref(false)
  let observer: IntersectionObserver | undefined

  function look(entries: readonly IntersectionObserverEntry[]) {
    if (!entries.some(({ isIntersecting }) => isIntersecting)) return
    isNear.value = true
    observer?.disconnect()
  }

  onMounted(() => {
    if (!element.value) return
    // A margin widens the root alone: what another scroller cuts off stays cut off.
    const root = element.value.closest('[data-scroller]')
    observer = new IntersectionObserver(look, { root, rootMargin: MARGIN })
    observer.observe(element.value)
  })
  onScopeDispose(() => observer?.disconnect())
  return isNear
}
