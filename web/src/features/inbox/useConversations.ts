import { onScopeDispose, shallowRef, watch } from 'vue'
import type { Ref, ShallowRef } from 'vue'
import type { CompanyId, ConversationId, UserId } from '#shared/domain/ids.ts'
import type { Sight } from '#shared/domain/sight.ts'
import { fetchConversation, fetchFeedAnchor, followConversations } from '#web/firebase/conversations.ts'
import type {
  ConversationListener,
  ConversationRow,
  ConversationSource,
} from '#web/firebase/conversations.ts'
import { createConversationWindows } from './conversationWindows.ts'
import type { ConversationWindow } from './conversationWindows.ts'
import type { InboxFilter } from './inboxFilters.ts'
import { createKnownRows } from './knownRows.ts'
import type { KnownRows } from './knownRows.ts'
import { createHeldRows, createListing } from './listedRows.ts'

export interface ConversationListOptions {
  readonly companyId: CompanyId
  /** The ways the member sees the company's conversations. */
  readonly sights: readonly Sight[]
  readonly memberId: UserId
  readonly filter: Readonly<Ref<InboxFilter>>
  readonly openId: Readonly<Ref<ConversationId | null>>
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

/** One company's conversations: pages of gets and one feed, merged, filtered and sorted here. */
export function useConversations(options: ConversationListOptions): ConversationList {
  const { companyId, sights, memberId, filter, openId, isHeld } = options
  const sources = sights.map((sight) => ({ companyId, sight }))
  const view = shallowRef(nothing)
  const known = createKnownRows(options.onRowChanged)
  const now = () => ({ memberId, now: Date.now() })
  const windows = createConversationWindows({ sources, view: now, onRows: known.learn, onChanged: show })
  const listed = createListing({ known, filter, openId, view: now, window: () => windows.of(filter.value) })
  const held = createHeldRows(known, isHeld)
  const { missing, drop } = learnOpenRow(options, known, change)

  function show() {
    const current = listed()
    view.value = {
      ...held.arrange(current),
      ...progressOf(windows.of(filter.value), current.length > 0),
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

  watch([filter, isHeld], letGo)
  watch(filter, () => void windows.open(filter.value), { immediate: true })
  watch(openId, show)
  for (const source of sources) follow(source, { onRows: change, onGone: drop })
  return {
    view,
    letGo,
    loadOlder: () => void windows.loadOlder(filter.value),
    retry: () => void windows.open(filter.value),
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
  { companyId, openId }: ConversationListOptions,
  known: KnownRows,
  onRows: (rows: readonly ConversationRow[]) => void,
): { missing: ReadonlySet<ConversationId>; drop(id: ConversationId): void } {
  const missing = new Set<ConversationId>()

  async function learn(id: ConversationId) {
    const row = await fetchConversation(companyId, id).catch(() => null)
    if (!row) missing.add(id)
    onRows(row ? [row] : [])
  }

  watch(
    openId,
    (id) => {
      if (id && !known.get(id)) void learn(id)
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
