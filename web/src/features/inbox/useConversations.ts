import { computed, onScopeDispose, shallowRef, watch } from 'vue'
import type { Ref, ShallowRef } from 'vue'
import type { ConversationId, UserId } from '#shared/domain/ids.ts'
import { fetchConversations, fetchFeedAnchor, followConversations } from '#web/firebase/conversations.ts'
import type {
  ConversationListener,
  ConversationRow,
  ConversationSource,
} from '#web/firebase/conversations.ts'
import { untilRetry } from '#web/firebase/untilRetry.ts'
import { urgent } from '#web/firebase/urgent.ts'
import { createConversationWindows } from './conversationWindows.ts'
import type { ConversationWindow } from './conversationWindows.ts'
import type { ListChoice } from './inboxFilters.ts'
import { createKnownRows } from './knownRows.ts'
import type { KnownRows } from './knownRows.ts'
import { createHeldRows, createListing } from './listedRows.ts'
import { useOpenRow } from './useOpenRow.ts'
import type { OpenPlace } from './useOpenRow.ts'
import { useRetry } from './useRetry.ts'
import { useSightCheck } from './useSightCheck.ts'

export interface ConversationListOptions {
  /** Each company by each way the member sees its conversations. */
  readonly sources: readonly ConversationSource[]
  readonly memberId: UserId
  readonly choice: Readonly<Ref<ListChoice>>
  readonly open: Readonly<Ref<OpenPlace | null>>
  /** The pointer is over the list, or it is scrolled: rows must not move now. */
  readonly isHeld: Readonly<Ref<boolean>>
  /** What the member has done something to himself moves all the same. */
  readonly handled: Set<ConversationId>
  onRowChanged(former: ConversationRow | undefined, row: ConversationRow): void
}

export interface ConversationListView {
  readonly status: ConversationWindow['status']
  /** What is shown is known from elsewhere alone: there may be more. */
  readonly isFirstPageMissing: boolean
  readonly rows: readonly ConversationRow[]
  /** Changes that wait until the list is let go. */
  readonly waiting: number
  readonly isLoadingOlder: boolean
  /** Null while unknown. */
  readonly openRow: ConversationRow | null
  readonly isOpenRowMissing: boolean
}

export interface ConversationList {
  readonly view: Readonly<ShallowRef<ConversationListView>>
  loadOlder(): void
  retry(): void
  /** Shows what waits. */
  letGo(): void
}

const nothing: ConversationListView = {
  status: 'loading',
  isFirstPageMissing: false,
  rows: [],
  waiting: 0,
  isLoadingOlder: false,
  openRow: null,
  isOpenRowMissing: false,
}

/** Conversations of one company, or of several: pages of gets and a feed of each source, merged, filtered and sorted here. */
export function useConversations(options: ConversationListOptions): ConversationList {
  const { sources, memberId, choice, open, isHeld, handled } = options
  const openId = computed(() => open.value?.conversationId ?? null)
  const view = shallowRef(nothing)
  const known = createKnownRows(options.onRowChanged)
  const now = () => ({ memberId, now: Date.now() })
  const hooks = { view: now, untilRetry, onRows: known.learn, onChanged: show }
  const windows = createConversationWindows({ sources, fetch: fetchFirst, ...hooks })
  const window = () => windows.of(choice.value)
  const listed = createListing({ known, choice, openId, view: now, window })
  const held = createHeldRows({ known, isHeld, handled, choice })
  const { missing, learn, drop } = useOpenRow({ sources, open, known, onRows: change })

  function show() {
    const current = listed()
    view.value = {
      ...held.arrange(current, window()?.status === 'ready'),
      ...progressOf(window(), current.length > 0),
      ...openRowOf(openId.value, known, missing),
    }
  }

  function change(rows: readonly ConversationRow[]) {
    known.learn(rows)
    show()
  }

  function letGo() {
    held.letGo()
    show()
  }

  const loadOlder = () => void windows.loadOlder(choice.value)
  const retry = () => void windows.open(choice.value)
  const openAgain = () => windows.openAgain(choice.value)

  useSightCheck({ sources, rows: () => view.value.rows, look: learn })
  watch([choice, isHeld], letGo)
  watch(choice, retry, { immediate: true })
  watch(openId, show)
  useRetry(() => view.value.isFirstPageMissing, openAgain)
  for (const source of sources) follow(source, { onRows: change, onGone: drop })
  return { view, letGo, loadOlder, retry }
}

/** A list's page is what somebody looks for. */
function fetchFirst(...asked: Parameters<typeof fetchConversations>): ReturnType<typeof fetchConversations> {
  return urgent(fetchConversations(...asked))
}

function openRowOf(
  openId: ConversationId | null,
  known: KnownRows,
  missing: ReadonlySet<ConversationId>,
): Pick<ConversationListView, 'openRow' | 'isOpenRowMissing'> {
  const openRow = (openId && known.get(openId)) ?? null
  return { openRow, isOpenRowMissing: openRow === null && openId !== null && missing.has(openId) }
}

/** Rows known from elsewhere are shown while the page is still being read. */
function progressOf(
  window: ConversationWindow | undefined,
  hasRows: boolean,
): Pick<ConversationListView, 'status' | 'isFirstPageMissing' | 'isLoadingOlder'> {
  return {
    isFirstPageMissing: window?.status === 'failed',
    status: hasRows ? 'ready' : (window?.status ?? 'loading'),
    isLoadingOlder: window?.isLoadingOlder ?? false,
  }
}

/** Listens from just before now; the first page is read at the same time. */
function follow(source: ConversationSource, listener: ConversationListener): void {
  let stop: (() => void) | undefined
  let isOver = false

  async function start() {
    const anchor = await anchorOf(source)
    if (!isOver) stop = followConversations(source, anchor, listener)
  }

  void start()
  onScopeDispose(() => {
    isOver = true
    stop?.()
  })
}

const FIRST_RETRY_MS = 500
const LONGEST_RETRY_MS = 30_000

async function anchorOf(source: ConversationSource): Promise<number> {
  for (let delayMs = FIRST_RETRY_MS; ; delayMs = Math.min(delayMs * 2, LONGEST_RETRY_MS)) {
    try {
      return await fetchFeedAnchor(source)
    } catch {
      await untilRetry(delayMs)
    }
  }
}
