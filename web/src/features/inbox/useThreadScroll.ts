import { onBeforeUpdate, onScopeDispose, onUpdated, ref, shallowRef } from 'vue'
import type { Ref, ShallowRef } from 'vue'

/** Nearer than this to the end counts as being there. */
const END_PX = 24

interface Anchor {
  readonly element: HTMLElement
  top: number
}

/** How much of what is drawn lies out of sight on either side. */
interface Room {
  readonly above: number
  readonly below: number
  /** What is in sight. */
  readonly height: number
}

export interface ThreadScroll {
  readonly isAtEnd: Readonly<Ref<boolean>>
  readonly room: Readonly<ShallowRef<Room>>
  /** For the refs of the scroller and of what it scrolls. */
  attach(scroller: HTMLElement | null, content: HTMLElement | null): void
  /** Finds out where the reader is. */
  look(): void
  toEnd(): void
  /** Scrolls to wherever else. */
  leaveEnd(go: (scroller: HTMLElement) => void): void
  /** Which entry is drawn so far below the upper edge, or above it. */
  keyAt(px: number): string
  /** The entry the reader's eyes rest on. */
  keyInSight(): string
}

interface Place {
  scroller: HTMLElement | null
  content: HTMLElement | null
  anchor: Anchor | null
  /** How far it was scrolled before what is being changed; null while nothing is. */
  scrolled: number | null
}

/**
 * A thread that grows at both ends under a reader who stays where he is: at the end he is kept at the
 * end, anywhere else the message under his eyes keeps its place. What is drawn may end before the thread does.
 */
export function useThreadScroll(isNewestDrawn: () => boolean): ThreadScroll {
  const place: Place = { scroller: null, content: null, anchor: null, scrolled: null }
  const isAtEnd = ref(true)
  const room = shallowRef<Room>({ above: 0, below: 0, height: 0 })

  function look() {
    const { scroller } = place
    // What is not shown has no height.
    if (!scroller || scroller.clientHeight === 0) return
    holdPlace(place, isAtEnd.value)
    const former = room.value
    room.value = roomIn(scroller, former)
    // Who was at the end and has not moved is only waiting for what has grown there.
    const isWaiting = isAtEnd.value && room.value.above === former.above
    isAtEnd.value = isNewestDrawn() && (isWaiting || room.value.below <= END_PX)
    place.anchor = anchorIn(place)
  }

  // The event comes later than what is about to be added.
  function leaveEnd(go: (scroller: HTMLElement) => void) {
    isAtEnd.value = false
    if (place.scroller) go(place.scroller)
    look()
  }

  function toEnd() {
    place.scroller?.scrollTo({ top: place.scroller.scrollHeight })
    look()
  }

  return {
    isAtEnd,
    room,
    look,
    toEnd,
    leaveEnd,
    attach: keepPlace(place, isAtEnd, toEnd, look),
    keyAt: (px) => keyAt(place, px),
    keyInSight: () => keyOf(anchorIn(place)?.element),
  }
}

/** The former one if nothing has changed. */
function roomIn({ scrollTop: above, scrollHeight, clientHeight: height }: HTMLElement, former: Room): Room {
  const below = scrollHeight - above - height
  const isSame = above === former.above && below === former.below && height === former.height
  return isSame ? former : { above, below, height }
}

/** Puts the reader back where he was whenever the thread has changed around him. */
function keepPlace(place: Place, isAtEnd: Readonly<Ref<boolean>>, toEnd: () => void, look: () => void) {
  const settle = () => {
    if (isAtEnd.value) toEnd()
    look()
  }
  // Pictures, cards and notes come later than the messages they stand in, and no update tells of them.
  const sizes = new ResizeObserver(settle)
  onBeforeUpdate(() => {
    holdPlace(place, isAtEnd.value)
    place.anchor = anchorIn(place)
    place.scrolled = place.scroller?.scrollTop ?? null
  })
  onUpdated(settle)
  onScopeDispose(() => {
    sizes.disconnect()
  })
  return (scroller: HTMLElement | null, content: HTMLElement | null) => {
    Object.assign(place, { scroller, content })
    scroller?.addEventListener('scroll', look, { passive: true })
    for (const element of [scroller, content]) if (element) sizes.observe(element)
  }
}

/** What stood in sight stands there again. */
function holdPlace(place: Place, isAtEnd: boolean): void {
  const { scroller, anchor, scrolled } = place
  place.scrolled = null
  if (isAtEnd || !scroller || !anchor || !scroller.contains(anchor.element)) return
  const { offsetTop } = anchor.element
  if (offsetTop === anchor.top) return
  // What became shorter than it was scrolled has been scrolled up by the browser.
  scroller.scrollTop = (scrolled ?? scroller.scrollTop) + offsetTop - anchor.top
  anchor.top = offsetTop
}

function anchorIn({ scroller, content }: Place): Anchor | null {
  const element = scroller && content ? firstInSight(content, scroller) : undefined
  return element ? { element, top: element.offsetTop } : null
}

/** The topmost entry that begins in sight, else the one that fills it. */
function firstInSight(content: HTMLElement, { scrollTop, clientHeight }: HTMLElement) {
  const entries = entriesIn(content)
  const next = firstBelow(entries, scrollTop)
  const isInSight = topOf(entries[next]) < scrollTop + clientHeight
  return isInSight ? entries[next] : (entries[next - 1] ?? entries[next])
}

function keyAt({ scroller, content }: Place, px: number): string {
  return keyOf(scroller && content ? lastAbove(content, scroller.scrollTop + px) : undefined)
}

function lastAbove(content: HTMLElement, top: number): HTMLElement | undefined {
  const entries = entriesIn(content)
  const next = firstBelow(entries, top)
  return topOf(entries[next]) < top ? entries[next] : (entries[next - 1] ?? entries[0])
}

function entriesIn(content: HTMLElement): NodeListOf<HTMLElement> {
  return content.querySelectorAll<HTMLElement>('[data-key]')
}

/** By halving, for there may be many; the last if none is. */
function firstBelow(entries: NodeListOf<HTMLElement>, top: number): number {
  let low = 0
  let high = entries.length - 1
  while (low < high) {
    const middle = (low + high) >>> 1
    if (topOf(entries[middle]) < top) low = middle + 1
    else high = middle
  }
  return low
}

function topOf(element: HTMLElement | undefined): number {
  return element?.offsetTop ?? 0
}

function keyOf(element: HTMLElement | undefined): string {
  return element?.dataset['key'] ?? ''
}
