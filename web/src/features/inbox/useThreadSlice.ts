import { computed, nextTick, ref, shallowRef, watch } from 'vue'
import type { ComputedRef, Ref } from 'vue'
import { focusedKey, heldKeys } from './heldKeys.ts'
import type { ThreadEntry, ThreadRange } from './threadDays.ts'
import { endRange, rangeAround, rangeOf, sliceOf } from './threadSlice.ts'
import type { ThreadSlice } from './threadSlice.ts'
import type { ThreadScroll } from './useThreadScroll.ts'

/** As many are drawn at first: what one page brings. */
const FIRST_COUNT = 40

/** So many come at once: few enough for a frame. */
const STEP_COUNT = 12

/** Nearer than this to an end of what is drawn, more is drawn there. */
const NEAR_PX = 800

/** Farther than `FAR_PX`, all beyond `KEPT_PX` is let go of: between them nothing happens. */
const KEPT_PX = 1200
const FAR_PX = 1800

interface Options {
  readonly entries: ComputedRef<readonly ThreadEntry[]>
  readonly scroll: ThreadScroll
  readonly content: Readonly<Ref<HTMLElement | null>>
  /** The reader has been brought to where he begins. */
  readonly isPlaced: Readonly<Ref<boolean>>
  /** Turns when what lies above could not be had until now. */
  readonly isBusy: () => boolean
  onTop(): void
  /** What is about to go from the page holds the focus. */
  onFocusLost(): void
}

export interface DrawnThread {
  readonly range: ComputedRef<ThreadRange>
  readonly isNewestDrawn: () => boolean
  isDrawn(key: string): boolean
  /** Draws what stands around an entry, unless it is drawn; then `go` brings the reader there. */
  show(key: string, go: (scroller: HTMLElement) => void): Promise<void>
  showTop(): Promise<void>
  showEnd(): void
}

/** Which part of a thread is drawn: what lies near the reader, however long it is. */
export function useThreadSlice(options: Options): DrawnThread {
  const { entries } = options
  const slice = shallowRef<ThreadSlice | null>(null)
  const isMoving = ref(false)
  const range = computed(() =>
    slice.value ? rangeOf(entries.value, slice.value) : endRange(entries.value.length, FIRST_COUNT),
  )

  const placeOf = (key: string) => entries.value.findIndex((entry) => entry.key === key)
  const isDrawn = (key: string) => isWithin(placeOf(key), range.value)

  function draw(next: ThreadRange) {
    const { from, to } = range.value
    if (slice.value && next.from === from && next.to === to) return
    const focused = focusedKey(options.content.value)
    if (focused !== '' && !isWithin(placeOf(focused), next)) options.onFocusLost()
    slice.value = sliceOf(entries.value, next)
  }

  /** Nothing is fitted around where the reader is no more. */
  async function move(to: ThreadRange, go: (scroller: HTMLElement) => void) {
    isMoving.value = true
    draw(to)
    await nextTick()
    options.scroll.leaveEnd(go)
    isMoving.value = false
  }

  follow(options, range, isMoving, draw)
  return {
    range,
    isDrawn,
    isNewestDrawn: () => range.value.to === entries.value.length,
    show(key, go) {
      const place = placeOf(key)
      const isThere = place < 0 || isWithin(place, range.value)
      return move(isThere ? range.value : rangeAround(place, entries.value.length, FIRST_COUNT), go)
    },
    showTop: () =>
      move(rangeAround(0, entries.value.length, FIRST_COUNT), (scroller) => (scroller.scrollTop = 0)),
    showEnd() {
      if (range.value.to < entries.value.length) draw(endRange(entries.value.length, FIRST_COUNT))
    },
  }
}

/** Draws and lets go as the reader moves and the thread changes. */
function follow(
  options: Options,
  range: ComputedRef<ThreadRange>,
  isMoving: Readonly<Ref<boolean>>,
  draw: (next: ThreadRange) => void,
): void {
  const { entries, scroll, isPlaced } = options
  const isThere = computed(() => isPlaced.value && !isMoving.value)

  /** An older page is drawn with the change it makes below it: at the very top nothing could be held in place. */
  function drawOlder() {
    const { from, to } = range.value
    if (isThere.value && scroll.room.value.above < NEAR_PX) draw({ from: Math.max(0, from - STEP_COUNT), to })
  }

  function fit() {
    if (!isThere.value || entries.value.length === 0) return
    scroll.look()
    if (scroll.room.value.above < NEAR_PX && range.value.from === 0) options.onTop()
    draw(fitted(options, range.value))
  }

  watch(entries, drawOlder)
  watch([isThere, scroll.room, entries, options.isBusy], fit, { flush: 'post' })
}

function isWithin(place: number, { from, to }: ThreadRange): boolean {
  return place >= from && place < to
}

/** More where the reader comes near, less where he is far. */
function fitted({ entries, scroll, content }: Options, { from, to }: ThreadRange): ThreadRange {
  const { above, below, height } = scroll.room.value
  const keys = entries.value.slice(from, to).map(({ key }) => key)
  const placesOf = (some: readonly string[]) =>
    some.flatMap((key) => (keys.includes(key) ? [from + keys.indexOf(key)] : []))
  const isFar = above > FAR_PX || below > FAR_PX
  const around = isFar ? [scroll.keyAt(-KEPT_PX), scroll.keyInSight(), scroll.keyAt(height + KEPT_PX)] : []
  const kept = placesOf(around)
  const held = kept.length > 0 ? placesOf(heldKeys(content.value)) : []
  const [first, last] =
    kept.length > 0 ? [Math.min(...kept, ...held), Math.max(...kept, ...held)] : [from, to - 1]
  return {
    from: fittedEnd(above, Math.max(0, from - STEP_COUNT), from, first),
    to: fittedEnd(below, Math.min(entries.value.length, to + STEP_COUNT), to, last + 1),
  }
}

function fittedEnd(room: number, grown: number, current: number, shrunk: number): number {
  if (room < NEAR_PX) return grown
  return room > FAR_PX ? shrunk : current
}
