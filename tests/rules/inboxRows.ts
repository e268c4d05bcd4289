import type { InboxFilter } from '#shared/domain/view.ts'
import { DAY_MS, MINUTE_MS } from '#shared/domain/time.ts'
import { aConversation } from '#tests/builders/aConversation.ts'
import { actors } from './actors.ts'

export const NOW = Date.now()
export const ME = actors.operator.sub
export const COLLEAGUE = 'colleague'
export const MY_TEAM = 'team-1'
export const OTHER_TEAM = 'team-2'

/** Whose it is, and by whom it is seen beside admins and those who see all. */
const given = {
  mine: { assigneeId: ME, teamId: '', seenBy: ['team', 'own'] },
  'mine in another team': { assigneeId: ME, teamId: OTHER_TEAM, seenBy: ['team', 'own'] },
  nobodys: { assigneeId: '', teamId: '', seenBy: ['team', 'own'] },
  'nobodys in my team': { assigneeId: '', teamId: MY_TEAM, seenBy: ['team', 'own'] },
  'nobodys in another team': { assigneeId: '', teamId: OTHER_TEAM, seenBy: ['own'] },
  colleagues: { assigneeId: COLLEAGUE, teamId: '', seenBy: ['team'] },
  'colleagues in my team': { assigneeId: COLLEAGUE, teamId: MY_TEAM, seenBy: ['team'] },
  'colleagues in another team': { assigneeId: COLLEAGUE, teamId: OTHER_TEAM, seenBy: [] },
} as const satisfies Record<string, { assigneeId: string; teamId: string; seenBy: readonly string[] }>

const ANSWERED = { unanswered: false, waitingSinceAt: null, unreadCount: 0 } as const
const recently = NOW - DAY_MS
const longAgo = NOW - 8 * DAY_MS

/** What a conversation is like, and in which lists it stands, whosever it is; open ones also in their assignee's. */
const kinds = {
  waiting: {
    fields: { lastMessageAt: recently },
    lists: ['all', 'open', 'active', 'unanswered'],
  },
  quiet: {
    fields: { ...ANSWERED, lastMessageAt: longAgo },
    lists: ['all', 'open'],
  },
  archived: {
    fields: { ...ANSWERED, state: 'archived', lastMessageAt: recently },
    lists: ['all', 'archived', 'active'],
  },
  snoozed: {
    fields: { state: 'snoozed', snoozedUntilAt: NOW + DAY_MS, lastMessageAt: longAgo },
    lists: ['all', 'snoozed', 'unanswered'],
  },
  blocked: {
    fields: { ...ANSWERED, state: 'archived', blocked: true, lastMessageAt: longAgo },
    lists: ['all', 'archived', 'blocked'],
  },
  replied: {
    fields: { ...ANSWERED, repliedToBroadcast: true, lastMessageAt: longAgo },
    lists: ['all', 'open', 'replied'],
  },
  empty: {
    fields: { ...ANSWERED, state: 'empty', lastMessage: null, lastMessageAt: null, lastInboundAt: null },
    lists: ['all'],
  },
} as const satisfies Record<
  string,
  { fields: Parameters<typeof aConversation>[0]; lists: readonly InboxFilter[] }
>

const OPEN: readonly (keyof typeof kinds)[] = ['waiting', 'quiet', 'replied']

/** A conversation of the fixed set. */
export interface InboxRow {
  readonly id: string
  readonly conversation: ReturnType<typeof aConversation>
  readonly lists: readonly InboxFilter[]
  readonly seenBy: readonly string[]
}

function listsOf(kind: keyof typeof kinds, assigneeId: string): readonly InboxFilter[] {
  const isOpen = OPEN.includes(kind)
  return [
    ...kinds[kind].lists,
    ...(isOpen && assigneeId === ME ? (['mine'] as const) : []),
    ...(isOpen && assigneeId === '' ? (['unassigned'] as const) : []),
  ]
}

/** Each kind of each person's; the two orders differ, and channels and tags change on the way. */
export const inboxRows: readonly InboxRow[] = Object.entries(given).flatMap(
  ([whose, { assigneeId, teamId, seenBy }], column) =>
    (Object.keys(kinds) as (keyof typeof kinds)[]).map((kind, line) => {
      const number = column * Object.keys(kinds).length + line
      return {
        id: `${whose}-${kind}`.replaceAll(' ', '-'),
        conversation: aConversation({
          ...kinds[kind].fields,
          assigneeId,
          teamId,
          channelId: number % 2 === 0 ? 'channel-1' : 'channel-2',
          tags: number % 3 === 0 ? ['опт', 'vip'] : ['vip'],
          sortAt: NOW - number * MINUTE_MS,
          createdAt: NOW - ((number * 29) % 56) * MINUTE_MS - 30 * DAY_MS,
        }),
        lists: listsOf(kind, assigneeId),
        seenBy,
      }
    }),
)
