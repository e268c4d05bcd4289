import { computed, onScopeDispose, shallowRef, watch } from 'vue'
import type { Ref, ShallowRef } from 'vue'
import type { CompanyId, ConversationId, UserId } from '#shared/domain/ids.ts'
import {
  fetchConversation,
  fetchConversations,
  fetchFeedAnchor,
  followConversations,
} from '#web/firebase/conversations.ts'
import type {
  ConversationListener,
  ConversationRow,
  ConversationSource,
} from '#web/firebase/conversations.ts'
import { createConversationWindows } from './conversationWindows.ts'
import type { ConversationWindow } from './conversationWindows.ts'
import type { ListChoice } from './inboxFilters.ts'
import { createKnownRows } from './knownRows.ts'
import type { KnownRows } from './knownRows.ts'
import { createHeldRows, createListing } from './listedRows.ts'

/** Where a conversation is. */
export interface OpenPlace {
  readonly companyId: CompanyId
  readonly conversationId: ConversationId
}

export interface ConversationListOptions {
  /** Each company by each way the member sees its conversations. */
  readonly sources: readonly ConversationSource[]
  readonly memberId: UserId
  readonly choice: Readonly<Ref<ListChoice>>
  readonly open: Readonly<Ref<OpenPlace | null>>
  /** The pointer is over the list, or it is scrolled: rows must not move now. */
  readonly isHeld: Readonly<Ref<boolean>>
  onRowChanged(former: ConversationRow | undefined, row: ConversationRow): void
}

export interface ConversationListView {
  readonly status: ConversationWindow['status']
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
  rows: [],
  waiting: 0,
  isLoadingOlder: false,
  openRow: null,
  isOpenRowMissing: false,
}

/** Conversations of one company, or of several: pages of gets and a feed of each source, merged, filtered and sorted here. */
export function useConversations(options: ConversationListOptions): ConversationList {
  const { sources, memberId, choice, open, isHeld } = options
  const openId = computed(() => open.value?.conversationId ?? null)
  const view = shallowRef(nothing)
  const known = createKnownRows(options.onRowChanged)
  const now = () => ({ memberId, now: Date.now() })
  const hooks = { view: now, onRows: known.learn, onChanged: show }
  const windows = createConversationWindows({ sources, fetch: fetchConversations, ...hooks })
  const listed = createListing({ known, choice, openId, view: now, window: () => windows.of(choice.value) })
  const held = createHeldRows(known, isHeld, choice)
  const { missing, drop } = learnOpenRow(open, known, change)

  function show() {
    const current = listed()
    view.value = {
      ...held.arrange(current),
      ...progressOf(windows.of(choice.value), current.length > 0),
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

  watch([choice, isHeld], letGo)
  watch(choice, () => void windows.open(choice.value), { immediate: true })
  watch(openId, show)
  for (const source of sources) follow(source, { onRows: change, onGone: drop })
  return {
    view,
    letGo,
    loadOlder: () => void windows.loadOlder(choice.value),
    retry: () => void windows.open(choice.value),
  }
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
): Pick<ConversationListView, 'status' | 'isLoadingOlder'> {
  return {
    status: hasRows ? 'ready' : (window?.status ?? 'loading'),
    isLoadingOlder: window?.isLoadingOlder ?? false,
  }
}

/** An address may name a conversation that no page has brought yet. */
function learnOpenRow(
  open: Readonly<Ref<OpenPlace | null>>,
  known: KnownRows,
  onRows: (rows: readonly ConversationRow[]) => void,
): { missing: ReadonlySet<ConversationId>; drop(id: ConversationId): void } {
  const missing = new Set<ConversationId>()

  async function learn({ companyId, conversationId }: OpenPlace) {
    const row = await fetchConversation(companyId, conversationId).catch(() => null)
    if (!row) missing.add(conversationId)
    onRows(row ? [row] : [])
  }

  watch(
    open,
    (place) => {
      if (place && !known.get(place.conversationId)) void learn(place)
    },
    { immediate: true },
  )
  return {
    missing,
    drop(id) {
      known.forget(id)
      missing.add(id)
      onRows([])
    },
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
      await new Promise((resolve) => setTimeout(resolve, delayMs))
    }
  }
}
