import type { Ref } from 'vue'
import type { ConversationId } from '#shared/domain/ids.ts'
import type { ConversationRow } from '#web/firebase/conversations.ts'
import type { ConversationWindow } from './conversationWindows.ts'
import { heldOrder } from './heldOrder.ts'
import { keyOfChoice, matchesChoice } from './inboxFilters.ts'
import type { FilterView, ListChoice } from './inboxFilters.ts'
import { comparisons } from './knownRows.ts'
import type { KnownRows } from './knownRows.ts'
import type { Comparison } from './sortedRows.ts'

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

/** Below the last one it is one of the older rows, which are added there anyway. */
function withRow(
  rows: readonly ConversationRow[],
  row: ConversationRow,
  compare: Comparison<ConversationRow>,
): readonly ConversationRow[] {
  const at = rows.findIndex((other) => compare(row, other) < 0)
  return at < 0 ? rows : [...rows.slice(0, at), row, ...rows.slice(at)]
}

interface HeldRowsOptions {
  readonly known: KnownRows
  readonly isHeld: Readonly<Ref<boolean>>
  readonly choice: Readonly<Ref<ListChoice>>
  /** What the member does himself shows at once: each is forgotten once it has left, or come back. */
  readonly handled: Set<ConversationId>
}

/** Keeps the order still while somebody aims at the list. */
export function createHeldRows({ known, isHeld, choice, handled }: HeldRowsOptions): HeldRows {
  let shown: readonly ConversationRow[] = []

  function moveHandled(current: readonly ConversationRow[]) {
    if (shown.length === 0) return
    for (const id of handled) {
      const row = current.find((each) => each.id === id)
      const wasThere = shown.some((each) => each.id === id)
      if (wasThere === (row !== undefined)) continue
      shown = row
        ? withRow(shown, row, comparisons[choice.value.order])
        : shown.filter((each) => each.id !== id)
      handled.delete(id)
    }
  }

  return {
    arrange(current, isRead) {
      moveHandled(current)
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
