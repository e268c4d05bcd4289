import { onMounted, onScopeDispose, ref } from 'vue'
import type { Ref } from 'vue'

const MARGIN = '400px'

/** Turns true once the element has come near the window, and stays so. */
export function useNearness(element: Readonly<Ref<HTMLElement | null>>): Readonly<Ref<boolean>> {
  const isNear = ref(false)
  const observer = new IntersectionObserver(
    (entries) => {
      if (!entries.some(({ isIntersecting }) => isIntersecting)) return
      isNear.value = true
      observer.disconnect()
    },
    { rootMargin: MARGIN },
  )
  onMounted(() => {
    if (element.value) observer.observe(element.value)
  })
  onScopeDispose(() => {
    observer.disconnect()
  })
  return isNear
}
