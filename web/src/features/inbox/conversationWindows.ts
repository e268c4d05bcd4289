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
export function createConversationWindows({
  sources,
  view,
  onRows,
  onChanged,
}: Options): ConversationWindows {
  const windows = new Map<InboxFilter, ConversationWindow>()

  function set(filter: InboxFilter, window: ConversationWindow) {
    windows.set(filter, window)
    onChanged()
  }

  async function read(filter: InboxFilter, source: ConversationSource, after: Cursor | null): Promise<Depth> {
    const { items, next } = await fetchConversations(source, selectionOf(filter, view()), after)
    onRows(items)
    return { next, floor: next ? (items[items.length - 1] ?? null) : null }
  }

  async function readNext(filter: InboxFilter, depths: readonly Depth[], floor: ConversationRow | null) {
    return Promise.all(
      sources.map((source, at) => {
        const depth = depths[at] ?? { next: null, floor: null }
        return depth.next && depth.floor === floor ? read(filter, source, depth.next) : depth
      }),
    )
  }

  return {
    of: (filter) => windows.get(filter),
    async open(filter) {
      const window = windows.get(filter)
      if (window && window.status !== 'failed') return
      set(filter, opening)
      try {
        set(filter, readTo(await Promise.all(sources.map((source) => read(filter, source, null)))))
      } catch {
        set(filter, { ...opening, status: 'failed' })
      }
    },
    async loadOlder(filter) {
      const window = windows.get(filter)
      if (!window?.floor || window.isLoadingOlder) return
      set(filter, { ...window, isLoadingOlder: true })
      try {
        set(filter, readTo(await readNext(filter, window.depths, window.floor)))
      } catch {
        set(filter, { ...window, isLoadingOlder: false })
      }
    },
  }
}

function readTo(depths: readonly Depth[]): ConversationWindow {
  const [floor = null] = depths.flatMap((depth) => depth.floor ?? []).sort(byNewest)
  return { status: 'ready', isLoadingOlder: false, depths, floor }
}
