import { computed, nextTick, onBeforeUpdate, onScopeDispose, onUpdated, ref } from 'vue'
import type { ComputedRef, Ref } from 'vue'

/** Nearer than this to the end counts as being there. */
const END_PX = 24

interface Anchor {
  readonly element: HTMLElement
  readonly top: number
}

export interface ThreadScroll {
  readonly isAtEnd: Readonly<Ref<boolean>>
  /** Distance from the top, for asking for older messages in time. */
  readonly top: ComputedRef<number>
  /** For the refs of the scroller and of what it scrolls. */
  attach(scroller: HTMLElement | null, content: HTMLElement | null): void
  toEnd(isSmooth?: boolean): void
  /** Opens at an element, or at the end. */
  openAt(find: () => HTMLElement | null): Promise<void>
}

interface Place {
  scroller: HTMLElement | null
  content: HTMLElement | null
  anchor: Anchor | null
}

/**
 * A thread that grows at both ends under a reader who stays where he is: at the end he is kept at the
 * end, anywhere else the message under his eyes keeps its place.
 */
export function useThreadScroll(): ThreadScroll {
  const place: Place = { scroller: null, content: null, anchor: null }
  const isAtEnd = ref(true)
  const scrolled = ref(0)

  function look() {
    const { scroller } = place
    if (!scroller) return
    scrolled.value = scroller.scrollTop
    isAtEnd.value = scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight <= END_PX
  }

  function toEnd(isSmooth = false) {
    place.scroller?.scrollTo({ top: place.scroller.scrollHeight, behavior: isSmooth ? 'smooth' : 'auto' })
  }

  const observe = keepPlace(place, isAtEnd, toEnd, look)
  return {
    isAtEnd,
    top: computed(() => scrolled.value),
    toEnd,
    attach(scroller, content) {
      Object.assign(place, { scroller, content })
      scroller?.addEventListener('scroll', look, { passive: true })
      for (const element of [scroller, content]) if (element) observe(element)
    },
    async openAt(find) {
      await nextTick()
      const element = find()
      const { scroller } = place
      if (element && scroller) scroller.scrollTop = Math.max(0, element.offsetTop - scroller.clientHeight / 4)
      else toEnd()
      look()
    },
  }
}

/** Puts the reader back where he was whenever the thread has changed around him. */
function keepPlace(place: Place, isAtEnd: Readonly<Ref<boolean>>, toEnd: () => void, look: () => void) {
  const sizes = new ResizeObserver(() => {
    if (isAtEnd.value) toEnd()
    look()
  })
  onBeforeUpdate(() => {
    const { scroller, content } = place
    place.anchor = scroller && content ? firstInSight(content, scroller.scrollTop) : null
  })
  onUpdated(() => {
    const { scroller, anchor } = place
    if (isAtEnd.value) toEnd()
    else if (anchor && scroller?.contains(anchor.element))
      scroller.scrollTop += anchor.element.offsetTop - anchor.top
  })
  onScopeDispose(() => {
    sizes.disconnect()
  })
  return (element: HTMLElement) => {
    sizes.observe(element)
  }
}

/** The topmost message still to be seen: halving, for there may be hundreds. */
function firstInSight(content: HTMLElement, scrollTop: number): Anchor | null {
  const messages = content.querySelectorAll('article')
  let low = 0
  let high = messages.length - 1
  while (low < high) {
    const middle = (low + high) >>> 1
    if (bottomOf(messages[middle]) <= scrollTop) low = middle + 1
    else high = middle
  }
  const element = messages[low]
  return element ? { element, top: element.offsetTop } : null
}

function bottomOf(element: HTMLElement | undefined): number {
  return element ? element.offsetTop + element.offsetHeight : 0
}
