import { computed, onScopeDispose, shallowRef, watch } from 'vue'
import type { ComputedRef, Ref, ShallowRef } from 'vue'
import { MINUTE_MS } from '#shared/domain/time.ts'
import type { ThreadEvent } from '#web/firebase/conversationEvents.ts'
import type { ConversationRow } from '#web/firebase/conversations.ts'
import { followMessages } from '#web/firebase/messages.ts'
import type { ConversationPlace, MessageChange, ThreadMessage } from '#web/firebase/messages.ts'
import type { ThreadNote } from '#web/firebase/notes.ts'
import { outgoingMessages } from '#web/firebase/outgoing.ts'
import { untilRetry } from '#web/firebase/untilRetry.ts'
import { outgoingAsMessage } from './outgoingAsMessage.ts'
import { createStoredMessages } from './storedMessages.ts'
import { useRetry } from './useRetry.ts'
import { useThreadEvents } from './useThreadEvents.ts'
import { useThreadNotes } from './useThreadNotes.ts'

export interface ThreadState {
  readonly status: 'loading' | 'ready' | 'failed'
  readonly isLoadingOlder: boolean
  readonly hasOlder: boolean
  /** Stored messages, in order, as far up as pages were read. */
  readonly stored: readonly ThreadMessage[]
}

export interface Thread {
  readonly state: Readonly<ShallowRef<ThreadState>>
  /** Stored ones and those still on their way from this browser. */
  readonly messages: ComputedRef<readonly ThreadMessage[]>
  readonly events: ComputedRef<readonly ThreadEvent[]>
  readonly notes: ComputedRef<readonly ThreadNote[]>
  loadOlder(): void
  retry(): void
}

const opening: ThreadState = { status: 'loading', isLoadingOlder: false, hasOlder: false, stored: [] }

/** One conversation's messages: pages of gets and one feed, merged here. */
export function useThread(place: ConversationPlace, row: Readonly<Ref<ConversationRow | null>>): Thread {
  const state = shallowRef(opening)
  const stored = createStoredMessages(place)

  function show(change: Partial<ThreadState> = {}) {
    state.value = { ...state.value, hasOlder: stored.hasOlder(), stored: stored.list(), ...change }
  }

  /** Says whether the page has come. */
  async function load(before: Partial<ThreadState>): Promise<boolean> {
    show(before)
    const hasCome = await stored.loadPage().then(
      () => true,
      () => false,
    )
    if (hasCome) show({ status: 'ready', isLoadingOlder: false })
    return hasCome
  }

  async function open(before: Partial<ThreadState> = {}) {
    if (!(await load(before))) show({ status: 'failed' })
  }

  async function loadOlder() {
    if (!state.value.hasOlder || state.value.isLoadingOlder) return
    if (await load({ isLoadingOlder: true })) return
    // Whoever stands at the top asks again as soon as this one counts as over.
    await untilRetry()
    show({ isLoadingOlder: false })
  }

  void open()
  useRetry(() => state.value.status === 'failed', open)
  follow(place, row, (changes) => {
    stored.change(changes)
    show()
  })
  return {
    state,
    messages: withOutgoing(place, state),
    events: useThreadEvents(place, state),
    notes: useThreadNotes(place, state),
    loadOlder: () => void loadOlder(),
    retry: () => void open({ status: 'loading' }),
  }
}

/** Changes since what the row has told; when the row comes after the page, since a minute before. */
function follow(
  place: ConversationPlace,
  row: Readonly<Ref<ConversationRow | null>>,
  onChanges: (changes: readonly MessageChange[]) => void,
): void {
  let stop: (() => void) | undefined
  const wasKnown = row.value !== null
  watch(
    row,
    (known) => {
      if (known) stop ??= followMessages(place, known.updatedAt - (wasKnown ? 0 : MINUTE_MS), onChanges)
    },
    { immediate: true },
  )
  onScopeDispose(() => stop?.())
}

/** What this browser has not got through yet, each message once: the stored one counts. */
function withOutgoing(
  { conversationId }: ConversationPlace,
  state: Readonly<ShallowRef<ThreadState>>,
): ComputedRef<readonly ThreadMessage[]> {
  return computed(() => {
    const { stored } = state.value
    const own = outgoingMessages.items.value.filter(
      ({ written }) => written.conversationId === conversationId,
    )
    if (own.length === 0) return stored
    const storedIds = new Set(stored.map(({ id }) => id))
    return [...stored, ...own.filter(({ written }) => !storedIds.has(written.id)).map(outgoingAsMessage)]
  })
}
