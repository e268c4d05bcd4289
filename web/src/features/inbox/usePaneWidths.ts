import { computed, onScopeDispose, ref } from 'vue'
import type { Ref, WritableComputedRef } from 'vue'

type SidePane = 'list' | 'card'

/** How wide each may be made; the thread between them keeps what it needs all the same. */
export const PANE_LIMITS = {
  list: { least: 300, most: 480 },
  card: { least: 280, most: 420 },
} as const satisfies Record<SidePane, { least: number; most: number }>

/** Where nothing was chosen, by the least width of the window. */
const STANDARD: readonly (readonly [least: number, widths: Readonly<Record<SidePane, number>>])[] = [
  [1440, { list: 360, card: 320 }],
  [1145, { list: 320, card: 304 }],
  [0, { list: 300, card: 320 }],
]

export interface PaneWidth {
  /** As chosen in this browser, else the standard. */
  readonly width: WritableComputedRef<number>
  reset(): void
}

function storedWidth(pane: SidePane): number | null {
  const { least, most } = PANE_LIMITS[pane]
  const width = Number(localStorage.getItem(`pact.width.${pane}`))
  return width >= least && width <= most ? width : null
}

/** The widths of the panes beside the thread, remembered in this browser. */
export function usePaneWidths(): Readonly<Record<SidePane, PaneWidth>> {
  const windowWidth = ref(window.innerWidth)
  const measure = () => (windowWidth.value = window.innerWidth)
  window.addEventListener('resize', measure)
  onScopeDispose(() => {
    window.removeEventListener('resize', measure)
  })
  return { list: paneWidth('list', windowWidth), card: paneWidth('card', windowWidth) }
}

function paneWidth(pane: SidePane, windowWidth: Readonly<Ref<number>>): PaneWidth {
  const chosen = ref(storedWidth(pane))
  return {
    width: computed({
      get: () => chosen.value ?? standardWidth(pane, windowWidth.value),
      set(width) {
        chosen.value = width
        localStorage.setItem(`pact.width.${pane}`, String(width))
      },
    }),
    reset() {
      chosen.value = null
      localStorage.removeItem(`pact.width.${pane}`)
    },
  }
}

function standardWidth(pane: SidePane, windowWidth: number): number {
  return STANDARD.find(([least]) => windowWidth >= least)?.[1][pane] ?? PANE_LIMITS[pane].least
}
