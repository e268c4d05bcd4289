import type { UserId } from '#shared/domain/ids.ts'
import { DAY_MS } from '#shared/domain/time.ts'
import type { Conversation } from '#shared/domain/conversation.ts'
import { NO_NARROWING, inboxFilters } from '#shared/domain/view.ts'
import type { InboxFilter, ViewNarrowing } from '#shared/domain/view.ts'
import type { Narrowing } from '#shared/firestore/buildQuery.ts'
import type { ConversationSelection } from '#web/firebase/selectionInSight.ts'

export const DEFAULT_FILTER: InboxFilter = 'open'

export const inboxOrders = ['inbound', 'creation'] as const
export type InboxOrder = (typeof inboxOrders)[number]

/** Which conversations a list shows, and in which order. */
export interface ListChoice {
  readonly filter: InboxFilter
  readonly narrowing: ViewNarrowing
  readonly order: InboxOrder
}

/** «Активные»: written, either way, within this time. */
const ACTIVE_MS = 7 * DAY_MS

export interface FilterView {
  readonly memberId: UserId
  readonly now: number
}

type Filtered = Pick<
  Conversation,
  | 'state'
  | 'assigneeId'
  | 'teamId'
  | 'channelId'
  | 'tags'
  | 'unanswered'
  | 'lastMessageAt'
  | 'repliedToBroadcast'
  | 'blocked'
>

const tests: Readonly<Record<InboxFilter, (row: Filtered, view: FilterView) => boolean>> = {
  all: () => true,
  open: ({ state }) => state === 'open',
  mine: ({ state, assigneeId }, { memberId }) => state === 'open' && assigneeId === memberId,
  archived: ({ state }) => state === 'archived',
  unassigned: ({ state, assigneeId }) => state === 'open' && assigneeId === '',
  replied: ({ repliedToBroadcast }) => repliedToBroadcast,
  active: ({ lastMessageAt }, { now }) => lastMessageAt !== null && lastMessageAt >= now - ACTIVE_MS,
  unanswered: ({ unanswered }) => unanswered,
  snoozed: ({ state }) => state === 'snoozed',
  blocked: ({ blocked }) => blocked,
}

function isWithin(row: Filtered, { channelId, tag, assigneeId, teamId }: ViewNarrowing): boolean {
  return (
    (!channelId || row.channelId === channelId) &&
    (!tag || row.tags.includes(tag)) &&
    (!assigneeId || row.assigneeId === assigneeId) &&
    (!teamId || row.teamId === teamId)
  )
}

/** The same choice as `selectionOf`, made here: rows come through one unfiltered feed. */
export function matchesChoice(
  { filter, narrowing }: Pick<ListChoice, 'filter' | 'narrowing'>,
  row: Filtered,
  view: FilterView,
): boolean {
  return tests[filter](row, view) && isWithin(row, narrowing)
}

interface Asked {
  readonly name: BaseName
  readonly equals: readonly unknown[]
  readonly rangeAt?: number
}

type BaseName =
  | 'conversations'
  | 'conversationsInState'
  | 'conversationsOfAssignee'
  | 'conversationsUnanswered'
  | 'conversationsReplied'
  | 'conversationsBlocked'
  | 'conversationsActive'

const asked: Readonly<Record<InboxFilter, (view: FilterView) => Asked>> = {
  all: () => ({ name: 'conversations', equals: [] }),
  open: () => ({ name: 'conversationsInState', equals: ['open'] }),
  mine: ({ memberId }) => ({ name: 'conversationsOfAssignee', equals: ['open', memberId] }),
  archived: () => ({ name: 'conversationsInState', equals: ['archived'] }),
  unassigned: () => ({ name: 'conversationsOfAssignee', equals: ['open', ''] }),
  replied: () => ({ name: 'conversationsReplied', equals: [true] }),
  active: ({ now }) => ({ name: 'conversationsActive', equals: [], rangeAt: now - ACTIVE_MS }),
  unanswered: () => ({ name: 'conversationsUnanswered', equals: [true] }),
  snoozed: () => ({ name: 'conversationsInState', equals: ['snoozed'] }),
  blocked: () => ({ name: 'conversationsBlocked', equals: [true] }),
}

export function selectionOf(
  { filter, narrowing, order }: ListChoice,
  view: FilterView,
): ConversationSelection {
  const { name, ...values } = asked[filter](view)
  return {
    query: order === 'creation' ? `${name}ByCreation` : name,
    narrowing: narrowingOf(narrowing),
    ...values,
  }
}

function narrowingOf({ channelId, tag, assigneeId, teamId }: ViewNarrowing): Narrowing {
  const fields = { channelId, tags: tag, assigneeId, teamId }
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== ''))
}

/** The filter an address asks for; anything unknown is the default. */
export function filterOf(asked: unknown): InboxFilter {
  return inboxFilters.find((filter) => filter === asked) ?? DEFAULT_FILTER
}

export function isNarrowed(narrowing: ViewNarrowing): boolean {
  return Object.values(narrowing).some((value) => value !== '')
}

/** The narrowing an address asks for. */
export function narrowingOfQuery(query: Readonly<Record<string, unknown>>): ViewNarrowing {
  const valueOf = (field: string) => (typeof query[field] === 'string' ? query[field] : '')
  return {
    ...NO_NARROWING,
    channelId: valueOf('channel'),
    tag: valueOf('tag'),
    assigneeId: valueOf('assignee'),
    teamId: valueOf('team'),
  }
}

/** And how an address says it. */
export function queryOfNarrowing({
  channelId,
  tag,
  assigneeId,
  teamId,
}: ViewNarrowing): Record<string, string> {
  const fields = { channel: channelId, tag, assignee: assigneeId, team: teamId }
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== ''))
}

/** One list, one name. */
export function keyOfChoice(choice: ListChoice): string {
  return JSON.stringify([choice.filter, choice.order, choice.narrowing])
}
