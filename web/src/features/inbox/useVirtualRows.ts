import { computed, onScopeDispose, ref } from 'vue'
import type { ComputedRef, Ref } from 'vue'

/** Rows drawn above and below the window, so that a quick scroll meets no emptiness. */
const OVERSCAN = 8

/** Root font size scales rows: `max(64px, 4rem)`; one that names its company too is taller. */
const ROW_PX = 64
const PHONE_ROW_PX = 72
const COMPANY_LINE_PX = 16
const USUAL_ROOT_PX = 16
const PHONE = '(max-width: 599.98px)'

export interface VirtualRows {
  readonly rowHeight: Readonly<Ref<number>>
  readonly scrollTop: Readonly<Ref<number>>
  readonly first: ComputedRef<number>
  readonly last: ComputedRef<number>
  /** For the scroller's `ref`. */
  attach(element: HTMLElement | null): void
  scrollTo(top: number): void
  /** Brings a row into sight with as little scrolling as possible. */
  reveal(index: number): void
  /** How many rows fit. */
  pageSize(): number
}

function measureRow(isPhone: boolean, namesCompany: boolean): number {
  const root = parseFloat(getComputedStyle(document.documentElement).fontSize) || USUAL_ROOT_PX
  const height = (isPhone ? PHONE_ROW_PX : ROW_PX) + (namesCompany ? COMPANY_LINE_PX : 0)
  return height * Math.max(1, root / USUAL_ROOT_PX)
}

/** Which rows of equal height are in sight of a scroller, however many there are. */
export function useVirtualRows(count: () => number, namesCompany: boolean): VirtualRows {
  const phone = window.matchMedia(PHONE)
  const rowHeight = ref(measureRow(phone.matches, namesCompany))
  const { scroller, scrollTop, height, attach } = useScroller()

  const remeasure = () => (rowHeight.value = measureRow(phone.matches, namesCompany))
  phone.addEventListener('change', remeasure)
  onScopeDispose(() => {
    phone.removeEventListener('change', remeasure)
  })

  function scrollTo(top: number) {
    if (!scroller.value) return
    scroller.value.scrollTop = top
    // The scroll event comes a frame later; who moves by keys needs the rows now.
    scrollTop.value = scroller.value.scrollTop
  }

  return {
    rowHeight,
    scrollTop,
    attach,
    scrollTo,
    first: computed(() => Math.max(0, Math.floor(scrollTop.value / rowHeight.value) - OVERSCAN)),
    last: computed(() =>
      Math.min(count(), Math.ceil((scrollTop.value + height.value) / rowHeight.value) + OVERSCAN),
    ),
    reveal(index) {
      const top = index * rowHeight.value
      if (top < scrollTop.value) scrollTo(top)
      else if (top + rowHeight.value > scrollTop.value + height.value)
        scrollTo(top + rowHeight.value - height.value)
    },
    pageSize: () => Math.max(1, Math.floor(height.value / rowHeight.value) - 1),
  }
}

function useScroller() {
  const scroller = ref<HTMLElement | null>(null)
  const scrollTop = ref(0)
  const height = ref(window.innerHeight)

  const sizes = new ResizeObserver(() => {
    if (scroller.value) height.value = scroller.value.clientHeight
  })
  const onScroll = () => (scrollTop.value = scroller.value?.scrollTop ?? 0)

  function attach(element: HTMLElement | null) {
    scroller.value?.removeEventListener('scroll', onScroll)
    sizes.disconnect()
    scroller.value = element
    if (!element) return
    element.addEventListener('scroll', onScroll, { passive: true })
    sizes.observe(element)
    height.value = element.clientHeight
  }

  onScopeDispose(() => {
    attach(null)
  })
  return { scroller, scrollTop, height, attach }
}
