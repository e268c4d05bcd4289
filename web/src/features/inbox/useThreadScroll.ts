import { computed, nextTick, onBeforeUpdate, onScopeDispose, onUpdated, ref } from 'vue'
import type { ComputedRef, Ref } from 'vue'

/** Nearer than this to the end counts as being there. */
const END_PX = 24

interface Anchor {
  readonly element: HTMLElement
  top: number
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
    holdPlace(place, isAtEnd.value)
    scrolled.value = scroller.scrollTop
    isAtEnd.value = scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight <= END_PX
    place.anchor = anchorIn(place)
  }

  function toEnd(isSmooth = false) {
    place.scroller?.scrollTo({ top: place.scroller.scrollHeight, behavior: isSmooth ? 'smooth' : 'auto' })
    // The event comes later than what is about to be added.
    look()
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
  // Pictures, cards and notes come later than the messages they stand in, and no update tells of them.
  const sizes = new ResizeObserver(() => {
    if (isAtEnd.value) toEnd()
    look()
  })
  onBeforeUpdate(() => {
    holdPlace(place, isAtEnd.value)
    place.anchor = anchorIn(place)
  })
  onUpdated(() => {
    if (isAtEnd.value) toEnd()
    else holdPlace(place, false)
  })
  onScopeDispose(() => {
    sizes.disconnect()
  })
  return (element: HTMLElement) => {
    sizes.observe(element)
  }
}

/** What stood in sight stands there again. */
function holdPlace({ scroller, anchor }: Place, isAtEnd: boolean): void {
  if (isAtEnd || !scroller || !anchor || !scroller.contains(anchor.element)) return
  const { offsetTop } = anchor.element
  if (offsetTop === anchor.top) return
  scroller.scrollTop += offsetTop - anchor.top
  anchor.top = offsetTop
}

function anchorIn({ scroller, content }: Place): Anchor | null {
  const element = scroller && content ? firstInSight(content, scroller) : undefined
  return element ? { element, top: element.offsetTop } : null
}

/** The topmost message that begins in sight, else the one that fills it: halving, for there may be hundreds. */
function firstInSight(content: HTMLElement, scroller: HTMLElement): HTMLElement | undefined {
  const messages = content.querySelectorAll('article')
  let low = 0
  let high = messages.length - 1
  while (low < high) {
    const middle = (low + high) >>> 1
    if (topOf(messages[middle]) < scroller.scrollTop) low = middle + 1
    else high = middle
  }
  const isInSight = topOf(messages[low]) < scroller.scrollTop + scroller.clientHeight
  return isInSight ? messages[low] : (messages[low - 1] ?? messages[low])
}

function topOf(element: HTMLElement | undefined): number {
  return element?.offsetTop ?? 0
}
