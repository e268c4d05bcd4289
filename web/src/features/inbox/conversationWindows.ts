import { fetchConversations } from '#web/firebase/conversations.ts'
import type { ConversationRow, ConversationSource } from '#web/firebase/conversations.ts'
import type { Cursor } from '#web/firebase/pages.ts'
import { selectionOf } from './inboxFilters.ts'
import type { FilterView, InboxFilter } from './inboxFilters.ts'
import { byNewest } from './knownRows.ts'

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
  of(filter: InboxFilter): ConversationWindow | undefined
  /** Reads the first page unless that was done; again after a failure. */
  open(filter: InboxFilter): Promise<void>
  loadOlder(filter: InboxFilter): Promise<void>
}

interface Options {
  readonly sources: readonly ConversationSource[]
  view(): FilterView
  onRows(rows: readonly ConversationRow[]): void
  onChanged(): void
}

/** Several sources make one list: it reaches down to the highest floor among them. */
export function createConversationWindows(options: Options): ConversationWindows {
  const windows = new Map<InboxFilter, ConversationWindow>()
  const read = createReading(options)

  function set(filter: InboxFilter, window: ConversationWindow) {
    windows.set(filter, window)
    options.onChanged()
  }

  return {
    of: (filter) => windows.get(filter),
    async open(filter) {
      const window = windows.get(filter)
      if (window && window.status !== 'failed') return
      set(filter, opening)
      try {
        set(filter, readTo(await read.firstPages(filter)))
      } catch {
        set(filter, { ...opening, status: 'failed' })
      }
    },
    async loadOlder(filter) {
      const window = windows.get(filter)
      if (!window?.floor || window.isLoadingOlder) return
      set(filter, { ...window, isLoadingOlder: true })
      try {
        set(filter, readTo(await read.nextPages(filter, window)))
      } catch {
        set(filter, { ...window, isLoadingOlder: false })
      }
    },
  }
}

/** Reads pages of every source; of those that have been read less far than others only where that is needed. */
function createReading({ sources, view, onRows }: Options) {
  async function page(filter: InboxFilter, source: ConversationSource, after: Cursor | null): Promise<Depth> {
    const { items, next } = await fetchConversations(source, selectionOf(filter, view()), after)
    onRows(items)
    return { next, floor: next ? (items[items.length - 1] ?? null) : null }
  }

  async function nextPage(filter: InboxFilter, source: ConversationSource, depth: Depth, window: Depths) {
    return depth.next && depth.floor === window.floor ? page(filter, source, depth.next) : depth
  }

  return {
    firstPages: (filter: InboxFilter) => Promise.all(sources.map((source) => page(filter, source, null))),
    nextPages: (filter: InboxFilter, window: Depths) =>
      Promise.all(
        sources.map((source, at) => nextPage(filter, source, window.depths[at] ?? READ_TO_THE_END, window)),
      ),
  }
}

const READ_TO_THE_END: Depth = { next: null, floor: null }
type Depths = Pick<ConversationWindow, 'depths' | 'floor'>

function readTo(depths: readonly Depth[]): ConversationWindow {
  const [floor = null] = depths.flatMap((depth) => depth.floor ?? []).sort(byNewest)
  return { status: 'ready', isLoadingOlder: false, depths, floor }
}
