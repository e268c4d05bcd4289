import { fetchConversations } from '#web/firebase/conversations.ts'
import type { ConversationRow } from '#web/firebase/conversations.ts'
import type { Cursor } from '#web/firebase/pages.ts'
import type { CompanyId } from '#shared/domain/ids.ts'
import { selectionOf } from './inboxFilters.ts'
import type { FilterView, InboxFilter } from './inboxFilters.ts'

/** How far down a filter's list has been read. Once read it stays true: the feed brings every change. */
export interface ConversationWindow {
  readonly status: 'loading' | 'ready' | 'failed'
  readonly isLoadingOlder: boolean
  readonly next: Cursor | null
  /** The last row of the last page; null when there is nothing below. */
  readonly floor: ConversationRow | null
}

const opening: ConversationWindow = { status: 'loading', isLoadingOlder: false, next: null, floor: null }

export interface ConversationWindows {
  of(filter: InboxFilter): ConversationWindow | undefined
  /** Reads the first page unless that was done; again after a failure. */
  open(filter: InboxFilter): Promise<void>
  loadOlder(filter: InboxFilter): Promise<void>
}

interface Options {
  readonly companyId: CompanyId
  view(): FilterView
  onRows(rows: readonly ConversationRow[]): void
  onChanged(): void
}

export function createConversationWindows({
  companyId,
  view,
  onRows,
  onChanged,
}: Options): ConversationWindows {
  const windows = new Map<InboxFilter, ConversationWindow>()

  function set(filter: InboxFilter, window: ConversationWindow) {
    windows.set(filter, window)
    onChanged()
  }

  async function load(filter: InboxFilter, after: Cursor | null) {
    const page = await fetchConversations(companyId, selectionOf(filter, view()), after)
    onRows(page.items)
    const floor = page.next ? (page.items[page.items.length - 1] ?? null) : null
    set(filter, { status: 'ready', isLoadingOlder: false, next: page.next, floor })
  }

  return {
    of: (filter) => windows.get(filter),
    async open(filter) {
      const window = windows.get(filter)
      if (window && window.status !== 'failed') return
      set(filter, opening)
      await load(filter, null).catch(() => {
        set(filter, { ...opening, status: 'failed' })
      })
    },
    async loadOlder(filter) {
      const window = windows.get(filter)
      if (!window?.next || window.isLoadingOlder) return
      set(filter, { ...window, isLoadingOlder: true })
      await load(filter, window.next).catch(() => {
        set(filter, { ...window, isLoadingOlder: false })
      })
    },
  }
}
