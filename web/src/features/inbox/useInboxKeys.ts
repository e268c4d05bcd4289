import { onScopeDispose, watch } from 'vue'
import type { ConversationRow } from '#web/firebase/conversations.ts'
import { useCommands } from '#web/stores/commands.ts'
import { offerConversations } from '#web/stores/conversationsAtHand.ts'
import { areLettersOn } from '#web/stores/letterKeys.ts'
import { noteOpened } from '#web/stores/recentConversations.ts'
import { isCovered, isInText } from '#web/ui/keyTarget.ts'

/** What the inbox does by key, and offers in the command bar under the same names. */
export interface InboxKeys {
  /** Null while none is open, or not known yet. */
  openRow(): ConversationRow | null
  /** What the list shows. */
  rows(): readonly ConversationRow[]
  step(by: number): void
  /** The conversation above or below the open one; works while writing too. */
  openNeighbour(by: number): void
  reply(): void
  note(): void
  archive(): void
  markAnswered(): void
  assign(): void
  assignToMe(): void
  mute(): void
  /** The row one is at. */
  mark(isRange: boolean): void
  toggleCard(): void
  openFilters(): void
  /** By its place in the menu, the first is 0. */
  chooseFilter(at: number): void
  newMessage(phone?: string): void
  /** False where the browser is to search itself. */
  searchThread(): boolean
  leave(): void
}

type Act = () => unknown

interface KeyTable {
  /** They act by typing something. */
  readonly letters: Readonly<Record<string, Act>>
  readonly withShift: Readonly<Record<string, Act>>
  readonly others: Readonly<Record<string, Act>>
  readonly withAlt: Readonly<Record<string, Act>>
}

const FILTERS_WITH_KEYS = 8

/** The inbox's keys, bound to the key's place, not to its letter, so that they work in any layout. */
export function useInboxKeys(keys: InboxKeys): void {
  const table = tableOf(keys)

  function actionOf(event: KeyboardEvent): Act | undefined {
    const { code, altKey, shiftKey } = event
    if (event.defaultPrevented || isCovered()) return undefined
    if (event.ctrlKey || event.metaKey) {
      const isSearch = code === 'KeyF' && !altKey && !shiftKey
      return isSearch ? keys.searchThread : undefined
    }
    if (altKey) return shiftKey ? undefined : table.withAlt[code]
    if (isInText(event.target)) return undefined
    const letters = shiftKey ? table.withShift : table.letters
    return (areLettersOn.value ? letters[code] : undefined) ?? (shiftKey ? undefined : table.others[code])
  }

  function onKeydown(event: KeyboardEvent) {
    const action = actionOf(event)
    if (action && action() !== false) event.preventDefault()
  }

  window.addEventListener('keydown', onKeydown)
  onScopeDispose(() => {
    window.removeEventListener('keydown', onKeydown)
  })
  offerToCommandBar(keys)
}

function tableOf(keys: InboxKeys): KeyTable {
  const filters = Array.from({ length: FILTERS_WITH_KEYS }, (_, at): [string, Act] => [
    `Digit${String(at + 1)}`,
    () => {
      keys.chooseFilter(at)
    },
  ])
  return {
    letters: {
      KeyJ: () => keys.step(1),
      KeyK: () => keys.step(-1),
      KeyC: () => keys.newMessage(),
      KeyR: keys.reply,
      KeyN: keys.note,
      KeyE: keys.archive,
      KeyU: keys.markAnswered,
      KeyA: keys.assign,
      KeyI: keys.assignToMe,
      KeyM: keys.mute,
      KeyX: () => keys.mark(false),
      KeyD: keys.toggleCard,
      KeyF: keys.openFilters,
    },
    withShift: { KeyX: () => keys.mark(true), ...Object.fromEntries(filters) },
    others: {
      ArrowDown: () => keys.step(1),
      ArrowUp: () => keys.step(-1),
      Escape: keys.leave,
    },
    withAlt: { ArrowDown: () => keys.openNeighbour(1), ArrowUp: () => keys.openNeighbour(-1) },
  }
}

function offerToCommandBar(keys: InboxKeys): void {
  offerConversations(keys.rows)
  useCommands(async () => {
    const { inboxCommands } = await import('./commands/inboxCommands.ts')
    return inboxCommands(keys)
  })
  watch(
    () => keys.openRow()?.id,
    () => {
      const row = keys.openRow()
      if (!row) return
      const { companyId, id: conversationId, contactId, contactName, contactPhone } = row
      const name = contactName || contactPhone
      noteOpened({ companyId, conversationId, contactId, name, openedAt: Date.now() })
    },
    { immediate: true },
  )
}
