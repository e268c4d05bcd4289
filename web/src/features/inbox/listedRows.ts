import type { Ref } from 'vue'
import type { ConversationId } from '#shared/domain/ids.ts'
import type { ConversationRow } from '#web/firebase/conversations.ts'
import type { ConversationWindow } from './conversationWindows.ts'
import { heldOrder } from './heldOrder.ts'
import { keyOfChoice, matchesChoice } from './inboxFilters.ts'
import type { FilterView, ListChoice } from './inboxFilters.ts'
import { comparisons } from './knownRows.ts'
import type { KnownRows } from './knownRows.ts'

interface ListingOptions {
  readonly known: KnownRows
  readonly choice: Readonly<Ref<ListChoice>>
  readonly openId: Readonly<Ref<ConversationId | null>>
  view(): FilterView
  window(): ConversationWindow | undefined
}

/** Which of the known rows the list shows: those that match, as far down as pages were read. */
export function createListing({
  known,
  choice,
  openId,
  view,
  window,
}: ListingOptions): () => readonly ConversationRow[] {
  /** The open row stays under the reader even when the filter no longer fits. */
  let listedOpenId: ConversationId | null = null
  let listedKey = keyOfChoice(choice.value)

  function isListed(row: ConversationRow, floor: ConversationRow | null, now: FilterView): boolean {
    if (floor && comparisons[choice.value.order](floor, row) < 0) return false
    const matches = matchesChoice(choice.value, row, now)
    if (matches && row.id === openId.value) listedOpenId = row.id
    return matches || (row.id === openId.value && row.id === listedOpenId)
  }

  return () => {
    const key = keyOfChoice(choice.value)
    if (listedKey !== key) listedOpenId = null
    listedKey = key
    const floor = window()?.floor ?? null
    const now = view()
    return known.rows(choice.value.order).filter((row) => isListed(row, floor, now))
  }
}

export interface HeldRows {
  /** `isRead`: the first page is among them. What is shown before that holds nothing back. */
  arrange(
    current: readonly ConversationRow[],
    isRead: boolean,
  ): {
    readonly rows: readonly ConversationRow[]
    readonly waiting: number
  }
  letGo(): void
}

/** Keeps the order still while somebody aims at the list. */
export function createHeldRows(
  known: KnownRows,
  isHeld: Readonly<Ref<boolean>>,
  choice: Readonly<Ref<ListChoice>>,
): HeldRows {
  let shown: readonly ConversationRow[] = []
  return {
    arrange(current, isRead) {
      if (!isHeld.value || shown.length === 0) {
        shown = isRead ? current : []
        return { rows: current, waiting: 0 }
      }
      const order = heldOrder(shown, current, {
        get: known.get,
        compare: comparisons[choice.value.order],
      })
      shown = [...shown, ...order.rows.slice(shown.length)]
      return order
    },
    letGo() {
      shown = []
    },
  }
}
