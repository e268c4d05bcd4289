import { computed, ref } from 'vue'
import type { ComputedRef, Ref } from 'vue'
import type { ThreadEntry } from './threadDays.ts'
import type { ThreadScroll } from './useThreadScroll.ts'
import type { DrawnThread } from './useThreadSlice.ts'

interface Options {
  readonly entries: ComputedRef<readonly ThreadEntry[]>
  readonly drawn: DrawnThread
  readonly scroll: ThreadScroll
  readonly scroller: Readonly<Ref<HTMLElement | null>>
  readonly content: Readonly<Ref<HTMLElement | null>>
}

interface ThreadSteps {
  /** The one entry the Tab key stops at. */
  readonly tabStop: ComputedRef<string>
  onFocus(event: FocusEvent): void
  onKeydown(event: KeyboardEvent): void
  /** The focused entry goes from the page: the thread itself takes the focus, what is in sight the next step. */
  leave(): void
  elementOf(key: string): HTMLElement | null
}

type Direction = 1 | -1

/** Keys move between the messages and notes of a thread, and to its ends. */
export function useThreadSteps({ entries, drawn, scroll, scroller, content }: Options): ThreadSteps {
  const focusedKey = ref('')
  const tabStop = computed(() => {
    if (drawn.isDrawn(focusedKey.value)) return focusedKey.value
    const { from, to } = drawn.range.value
    return entries.value.slice(from, to).findLast(isStop)?.key ?? ''
  })
  const elementOf = (key: string) => content.value?.querySelector<HTMLElement>(`[data-key="${key}"]`) ?? null

  async function toNeighbour(by: Direction) {
    const next = neighbourOf(entries.value, tabStop.value, by)
    if (next === '') return
    focusedKey.value = next
    await drawn.show(next, () => {
      elementOf(next)?.focus()
    })
  }

  return {
    tabStop,
    elementOf,
    onFocus({ target }) {
      if (isEntry(target)) focusedKey.value = target.dataset['key'] ?? ''
    },
    onKeydown: keysOf({
      toNeighbour: (by) => void toNeighbour(by),
      toTop() {
        void drawn.showTop()
      },
      toEnd() {
        drawn.showEnd()
        scroll.toEnd()
      },
    }),
    leave() {
      focusedKey.value = scroll.keyInSight()
      scroller.value?.focus({ preventScroll: true })
    },
  }
}

interface Steps {
  toNeighbour(by: Direction): void
  toTop(): void
  toEnd(): void
}

function keysOf({ toNeighbour, toTop, toEnd }: Steps) {
  const ofThread: Partial<Record<string, () => void>> = { Home: toTop, End: toEnd }
  const ofWhatIsInIt: Partial<Record<string, () => void>> = {
    ArrowUp: () => {
      toNeighbour(-1)
    },
    ArrowDown: () => {
      toNeighbour(1)
    },
  }
  return (event: KeyboardEvent) => {
    const { code, target, currentTarget } = event
    if (event.altKey || event.ctrlKey || event.metaKey) return
    const isThread = target === currentTarget
    const toEdge = isThread || isEntry(target) ? ofThread[code] : undefined
    const step = isThread ? toEdge : (toEdge ?? ofWhatIsInIt[code])
    if (step) event.preventDefault()
    step?.()
    if (code === 'Enter' && isEntry(target)) target.querySelector<HTMLElement>('.tools button')?.focus()
  }
}

function isEntry(target: EventTarget | null): target is HTMLElement {
  return target instanceof HTMLElement && target.matches('article')
}

function isStop(entry: ThreadEntry): boolean {
  return !('event' in entry)
}

/** The next message or note, the same at the end, '' if there is none. */
function neighbourOf(entries: readonly ThreadEntry[], key: string, by: Direction): string {
  const at = entries.findIndex((entry) => entry.key === key)
  const next =
    by > 0 ? entries.slice(at + 1).find(isStop) : entries.slice(0, Math.max(0, at)).findLast(isStop)
  return next?.key ?? key
}
