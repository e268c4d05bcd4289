import type { UserId } from '#shared/domain/ids.ts'
import { DAY_MS } from '#shared/domain/time.ts'
import type { Conversation } from '#shared/domain/conversation.ts'
import type { ConversationSelection } from '#web/firebase/conversations.ts'

/** In the menu's order. */
export const inboxFilters = ['all', 'open', 'mine', 'archived', 'unassigned', 'active', 'unanswered'] as const
export type InboxFilter = (typeof inboxFilters)[number]

export const DEFAULT_FILTER: InboxFilter = 'open'

/** «Активные»: written within this time. */
const ACTIVE_MS = 7 * DAY_MS

export interface FilterView {
  readonly memberId: UserId
  readonly now: number
}

type Filtered = Pick<Conversation, 'state' | 'assigneeId' | 'unanswered' | 'sortAt'>

const tests: Readonly<Record<InboxFilter, (row: Filtered, view: FilterView) => boolean>> = {
  all: () => true,
  open: ({ state }) => state === 'open',
  mine: ({ state, assigneeId }, { memberId }) => state === 'open' && assigneeId === memberId,
  archived: ({ state }) => state === 'archived',
  unassigned: ({ state, assigneeId }) => state === 'open' && assigneeId === '',
  active: ({ sortAt }, { now }) => sortAt >= now - ACTIVE_MS,
  unanswered: ({ unanswered }) => unanswered,
}

/** The same choice as `selectionOf`, made here: rows come through one unfiltered feed. */
export function matchesFilter(filter: InboxFilter, row: Filtered, view: FilterView): boolean {
  return tests[filter](row, view)
}

const selections: Readonly<Record<InboxFilter, (view: FilterView) => ConversationSelection>> = {
  all: () => ({ query: 'conversations', equals: [] }),
  open: () => ({ query: 'conversationsInState', equals: ['open'] }),
  mine: ({ memberId }) => ({ query: 'conversationsOfAssignee', equals: ['open', memberId] }),
  archived: () => ({ query: 'conversationsInState', equals: ['archived'] }),
  unassigned: () => ({ query: 'conversationsOfAssignee', equals: ['open', ''] }),
  active: ({ now }) => ({ query: 'conversationsActive', equals: [], rangeAt: now - ACTIVE_MS }),
  unanswered: () => ({ query: 'conversationsUnanswered', equals: [true] }),
}

export function selectionOf(filter: InboxFilter, view: FilterView): ConversationSelection {
  return selections[filter](view)
}

/** The filter an address asks for; anything unknown is the default. */
export function filterOf(asked: unknown): InboxFilter {
  return inboxFilters.find((filter) => filter === asked) ?? DEFAULT_FILTER
}
