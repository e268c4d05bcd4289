import type { Ref } from 'vue'
import type { ConversationId } from '#shared/domain/ids.ts'
import type { ConversationRow } from '#web/firebase/conversations.ts'
import type { ConversationWindow } from './conversationWindows.ts'
import { heldOrder } from './heldOrder.ts'
import { matchesFilter } from './inboxFilters.ts'
import type { FilterView, InboxFilter } from './inboxFilters.ts'
import { byNewest } from './knownRows.ts'
import type { KnownRows } from './knownRows.ts'

interface ListingOptions {
  readonly known: KnownRows
  readonly filter: Readonly<Ref<InboxFilter>>
  readonly openId: Readonly<Ref<ConversationId | null>>
  view(): FilterView
  window(): ConversationWindow | undefined
}

/** Which of the known rows the list shows: those that match, as far down as pages were read. */
export function createListing({
  known,
  filter,
  openId,
  view,
  window,
}: ListingOptions): () => readonly ConversationRow[] {
  /** The open row stays under the reader even when the filter no longer fits. */
  let listedOpenId: ConversationId | null = null
  let listedFilter = filter.value

  function isListed(row: ConversationRow, floor: ConversationRow | null, now: FilterView): boolean {
    if (floor && byNewest(floor, row) < 0) return false
    const matches = matchesFilter(filter.value, row, now)
    if (matches && row.id === openId.value) listedOpenId = row.id
    return matches || (row.id === openId.value && row.id === listedOpenId)
  }

  return () => {
    if (listedFilter !== filter.value) listedOpenId = null
    listedFilter = filter.value
    const floor = window()?.floor ?? null
    const now = view()
    return known.rows.filter((row) => isListed(row, floor, now))
  }
}

export interface HeldRows {
  arrange(current: readonly ConversationRow[]): {
    readonly rows: readonly ConversationRow[]
    readonly waiting: number
  }
  letGo(): void
}

/** Keeps the order still while somebody aims at the list. */
export function createHeldRows(known: KnownRows, isHeld: Readonly<Ref<boolean>>): HeldRows {
  let shown: readonly ConversationRow[] = []
  return {
    arrange(current) {
      if (!isHeld.value || shown.length === 0) {
        shown = current
        return { rows: current, waiting: 0 }
      }
      const order = heldOrder(shown, current, { get: known.get, compare: byNewest })
      shown = [...shown, ...order.rows.slice(shown.length)]
      return order
    },
    letGo() {
      shown = []
    },
  }
}
