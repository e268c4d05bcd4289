import type { ConversationRow, ConversationSource } from '#web/firebase/conversations.ts'
import type { ConversationSelection } from '#web/firebase/selectionInSight.ts'
import { keyOfChoice, selectionOf } from './inboxFilters.ts'
import type { FilterView, InboxOrder, ListChoice } from './inboxFilters.ts'
import { comparisons } from './knownRows.ts'

/** How far down one source has been read; `floor` is the last row of its last page. */
interface Depth<Cursor> {
  readonly next: Cursor | null
  readonly floor: ConversationRow | null
}

/** How far down a filter's list has been read. Once read it stays true: the feed brings every change. */
export interface ConversationWindow {
  readonly status: 'loading' | 'ready' | 'failed'
  readonly isLoadingOlder: boolean
  /** Below it some source has not been read; null when all have been, to the end. */
  readonly floor: ConversationRow | null
}

type ReadWindow<Cursor> = ConversationWindow & { readonly depths: readonly Depth<Cursor>[] }

const opening = { status: 'loading', isLoadingOlder: false, depths: [], floor: null } as const

export interface ConversationWindows {
  of(choice: ListChoice): ConversationWindow | undefined
  /** Reads the first page unless that was done; again after a failure. */
  open(choice: ListChoice): Promise<void>
  /** The same after a failure, which stays to be seen until the page is there. */
  openAgain(choice: ListChoice): Promise<void>
  loadOlder(choice: ListChoice): Promise<void>
}

interface Options<Cursor> {
  readonly sources: readonly ConversationSource[]
  /** One page of what a source has of it. */
  fetch(
    source: ConversationSource,
    selection: ConversationSelection,
    after: Cursor | null,
  ): Promise<{ readonly items: readonly ConversationRow[]; readonly next: Cursor | null }>
  /** Until it makes sense to ask again for an older page that did not come. */
  untilRetry(): Promise<void>
  view(): FilterView
  onRows(rows: readonly ConversationRow[]): void
  onChanged(): void
}

/** Several sources make one list: it reaches down to the highest floor among them. */
export function createConversationWindows<Cursor>(options: Options<Cursor>): ConversationWindows {
  const windows = new Map<string, ReadWindow<Cursor>>()
  const read = createReading(options)

  const of = (choice: ListChoice) => windows.get(keyOfChoice(choice))

  function set(choice: ListChoice, window: ReadWindow<Cursor>) {
    windows.set(keyOfChoice(choice), window)
    options.onChanged()
  }

  async function openAgain(choice: ListChoice) {
    try {
      set(choice, readTo(await read.firstPages(choice), choice.order))
    } catch {
      set(choice, { ...opening, status: 'failed' })
    }
  }

  return {
    of,
    openAgain,
    async open(choice) {
      const window = of(choice)
      if (window && window.status !== 'failed') return
      set(choice, opening)
      await openAgain(choice)
    },
    async loadOlder(choice) {
      const window = of(choice)
      if (!window?.floor || window.isLoadingOlder) return
      set(choice, { ...window, isLoadingOlder: true })
      try {
        set(choice, readTo(await read.nextPages(choice, window), choice.order))
      } catch {
        // Whoever stands at the end asks again as soon as this one counts as over.
        await options.untilRetry()
        set(choice, { ...window, isLoadingOlder: false })
      }
    },
  }
}

/** Reads pages of every source; of those that have been read less far than others only where that is needed. */
function createReading<Cursor>({ sources, fetch, view, onRows }: Options<Cursor>) {
  async function page(
    choice: ListChoice,
    source: ConversationSource,
    after: Cursor | null,
  ): Promise<Depth<Cursor>> {
    const { items, next } = await fetch(source, selectionOf(choice, view()), after)
    onRows(items)
    return { next, floor: next ? (items[items.length - 1] ?? null) : null }
  }

  async function nextPage(
    choice: ListChoice,
    source: ConversationSource,
    depth: Depth<Cursor>,
    { floor }: ConversationWindow,
  ) {
    return depth.next && depth.floor === floor ? page(choice, source, depth.next) : depth
  }

  return {
    firstPages: (choice: ListChoice) => Promise.all(sources.map((source) => page(choice, source, null))),
    nextPages: (choice: ListChoice, window: ReadWindow<Cursor>) =>
      Promise.all(
        sources.map((source, at) => nextPage(choice, source, window.depths[at] ?? READ_TO_THE_END, window)),
      ),
  }
}

const READ_TO_THE_END = { next: null, floor: null } as const

function readTo<Cursor>(depths: readonly Depth<Cursor>[], order: InboxOrder): ReadWindow<Cursor> {
  const [floor = null] = depths.flatMap((depth) => depth.floor ?? []).sort(comparisons[order])
  return { status: 'ready', isLoadingOlder: false, depths, floor }
}
