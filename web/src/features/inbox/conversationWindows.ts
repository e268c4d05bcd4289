import { fetchConversations } from '#web/firebase/conversations.ts'
import type { ConversationRow, ConversationSource } from '#web/firebase/conversations.ts'
import type { Cursor } from '#web/firebase/pages.ts'
import { keyOfChoice, selectionOf } from './inboxFilters.ts'
import type { FilterView, InboxOrder, ListChoice } from './inboxFilters.ts'
import { comparisons } from './knownRows.ts'

/** How far down one source has been read; `floor` is the last row of its last page. */
interface Depth {
  readonly next: Cursor | null
  readonly floor: ConversationRow | null
}

/** How far down a filter's list has been read. Once read it stays true: the feed brings every change. */
export interface ConversationWindow {
  readonly status: 'loading' | 'ready' | 'failed'
  readonly isLoadingOlder: boolean
  readonly depths: readonly Depth[]
  /** Below it some source has not been read; null when all have been, to the end. */
  readonly floor: ConversationRow | null
}

const opening: ConversationWindow = { status: 'loading', isLoadingOlder: false, depths: [], floor: null }

export interface ConversationWindows {
  of(choice: ListChoice): ConversationWindow | undefined
  /** Reads the first page unless that was done; again after a failure. */
  open(choice: ListChoice): Promise<void>
  loadOlder(choice: ListChoice): Promise<void>
}

interface Options {
  readonly sources: readonly ConversationSource[]
  view(): FilterView
  onRows(rows: readonly ConversationRow[]): void
  onChanged(): void
}

/** Several sources make one list: it reaches down to the highest floor among them. */
export function createConversationWindows(options: Options): ConversationWindows {
  const windows = new Map<string, ConversationWindow>()
  const read = createReading(options)

  const of = (choice: ListChoice) => windows.get(keyOfChoice(choice))

  function set(choice: ListChoice, window: ConversationWindow) {
    windows.set(keyOfChoice(choice), window)
    options.onChanged()
  }

  return {
    of,
    async open(choice) {
      const window = of(choice)
      if (window && window.status !== 'failed') return
      set(choice, opening)
      try {
        set(choice, readTo(await read.firstPages(choice), choice.order))
      } catch {
        set(choice, { ...opening, status: 'failed' })
      }
    },
    async loadOlder(choice) {
      const window = of(choice)
      if (!window?.floor || window.isLoadingOlder) return
      set(choice, { ...window, isLoadingOlder: true })
      try {
        set(choice, readTo(await read.nextPages(choice, window), choice.order))
      } catch {
        set(choice, { ...window, isLoadingOlder: false })
      }
    },
  }
}

/** Reads pages of every source; of those that have been read less far than others only where that is needed. */
function createReading({ sources, view, onRows }: Options) {
  async function page(choice: ListChoice, source: ConversationSource, after: Cursor | null): Promise<Depth> {
    const { items, next } = await fetchConversations(source, selectionOf(choice, view()), after)
    onRows(items)
    return { next, floor: next ? (items[items.length - 1] ?? null) : null }
  }

  async function nextPage(choice: ListChoice, source: ConversationSource, depth: Depth, window: Depths) {
    return depth.next && depth.floor === window.floor ? page(choice, source, depth.next) : depth
  }

  return {
    firstPages: (choice: ListChoice) => Promise.all(sources.map((source) => page(choice, source, null))),
    nextPages: (choice: ListChoice, window: Depths) =>
      Promise.all(
        sources.map((source, at) => nextPage(choice, source, window.depths[at] ?? READ_TO_THE_END, window)),
      ),
  }
}

const READ_TO_THE_END: Depth = { next: null, floor: null }
type Depths = Pick<ConversationWindow, 'depths' | 'floor'>

function readTo(depths: readonly Depth[], order: InboxOrder): ConversationWindow {
  const [floor = null] = depths.flatMap((depth) => depth.floor ?? []).sort(comparisons[order])
  return { status: 'ready', isLoadingOlder: false, depths, floor }
}
