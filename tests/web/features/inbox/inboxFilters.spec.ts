import { describe, expect, it } from 'vitest'
import { userIdSchema } from '#shared/domain/ids.ts'
import { DAY_MS } from '#shared/domain/time.ts'
import { NO_NARROWING, inboxFilters } from '#shared/domain/view.ts'
import type { InboxFilter, ViewNarrowing } from '#shared/domain/view.ts'
import { buildQuery } from '#shared/firestore/buildQuery.ts'
import { queries } from '#shared/firestore/queries.ts'
import { aConversation } from '#tests/builders/aConversation.ts'
import {
  filterOf,
  inboxOrders,
  isNarrowed,
  keyOfChoice,
  matchesChoice,
  narrowingOfQuery,
  queryOfNarrowing,
  selectionOf,
} from '#web/features/inbox/inboxFilters.ts'
import type { ListChoice } from '#web/features/inbox/inboxFilters.ts'

const NOW = new Date(2026, 10, 20, 12).getTime()
const view = { memberId: userIdSchema.parse('member-1'), now: NOW }
const daysAgo = (days: number) => NOW - days * DAY_MS

const rows = [
  aConversation({ unanswered: true, lastMessageAt: daysAgo(1), sortAt: daysAgo(1), createdAt: daysAgo(50) }),
  aConversation({
    assigneeId: 'member-1',
    unanswered: false,
    lastMessageAt: daysAgo(7),
    sortAt: daysAgo(40),
    createdAt: daysAgo(49),
    channelId: 'channel-2',
    tags: ['vip', 'опт'],
  }),
  aConversation({
    assigneeId: 'member-2',
    teamId: 'team-1',
    unanswered: true,
    repliedToBroadcast: true,
    lastMessageAt: daysAgo(30),
    sortAt: daysAgo(30),
    createdAt: daysAgo(60),
    tags: ['опт'],
  }),
  aConversation({
    assigneeId: 'member-1',
    state: 'archived',
    unanswered: false,
    lastMessageAt: daysAgo(2),
    sortAt: daysAgo(2),
    createdAt: daysAgo(48),
  }),
  aConversation({
    state: 'snoozed',
    unanswered: false,
    lastMessageAt: daysAgo(8),
    sortAt: daysAgo(8),
    createdAt: daysAgo(47),
  }),
  aConversation({
    state: 'archived',
    blocked: true,
    unanswered: false,
    lastMessageAt: daysAgo(9),
    sortAt: daysAgo(9),
    createdAt: daysAgo(46),
  }),
  aConversation({
    state: 'empty',
    unanswered: false,
    lastMessage: null,
    lastMessageAt: null,
    lastInboundAt: null,
    sortAt: daysAgo(3),
    createdAt: daysAgo(3),
  }),
]
type Row = (typeof rows)[number]

const expected: Readonly<Record<InboxFilter, readonly number[]>> = {
  all: [0, 3, 6, 4, 5, 2, 1],
  open: [0, 2, 1],
  mine: [1],
  archived: [3, 5],
  unassigned: [0],
  replied: [2],
  active: [0, 3, 1],
  unanswered: [0, 2],
  snoozed: [4],
  blocked: [5],
}

const byCreation: Readonly<Record<InboxFilter, readonly number[]>> = {
  ...expected,
  all: [6, 5, 4, 3, 1, 0, 2],
  open: [1, 0, 2],
  archived: [5, 3],
  active: [3, 1, 0],
}

function valueOf(row: Row, field: string): unknown {
  return Object.entries(row).find(([name]) => name === field)?.[1]
}

/** What Firestore would give: a value that is absent is in no range. */
function isFound(row: Row, field: string, comparison: string, value: unknown): boolean {
  const held = valueOf(row, field)
  if (comparison === 'array-contains') return Array.isArray(held) && held.includes(value)
  if (comparison === '>=') return typeof held === 'number' && held >= Number(value)
  return comparison === '==' && held === value
}

function ask(choice: ListChoice): readonly Row[] {
  const { query, rangeAt, ...values } = selectionOf(choice, view)
  return buildQuery<readonly Row[]>(
    rows,
    queries[query],
    { ...values, range: rangeAt },
    {
      where: (from, field, comparison, value) => from.filter((row) => isFound(row, field, comparison, value)),
      orderBy: (from, field) =>
        [...from].sort((one, other) => Number(valueOf(other, field)) - Number(valueOf(one, field))),
    },
  )
}

const places = (found: readonly Row[]) => found.map((row) => rows.indexOf(row))

describe.each(inboxFilters)('the list «%s»', (filter) => {
  it.each(inboxOrders)('is asked for in the order of %s', (order) => {
    const found = ask({ filter, order, narrowing: NO_NARROWING })
    expect(places(found)).toEqual((order === 'creation' ? byCreation : expected)[filter])
  })

  it('holds here what the query finds there', () => {
    const here = rows.filter((row) => matchesChoice({ filter, narrowing: NO_NARROWING }, row, view))
    expect(places(here).sort()).toEqual([...expected[filter]].sort())
  })

  it('gives as many values as the query compares', () => {
    const { query, equals, rangeAt } = selectionOf(
      { filter, order: 'inbound', narrowing: NO_NARROWING },
      view,
    )
    expect(equals).toHaveLength(queries[query].equals.length)
    expect(rangeAt !== undefined).toBe('range' in queries[query])
  })
})

describe('a narrowed list', () => {
  it.each<[Partial<ViewNarrowing>, readonly number[]]>([
    [{ channelId: 'channel-2' }, [1]],
    [{ tag: 'опт' }, [2, 1]],
    [{ tag: 'нет такой' }, []],
    [{ assigneeId: 'member-2' }, [2]],
    [{ teamId: 'team-1' }, [2]],
    [{ tag: 'опт', assigneeId: 'member-1' }, [1]],
    [{ tag: 'опт', teamId: 'team-1', channelId: 'channel-2' }, []],
  ])('by %j holds the same here and there', (change, open) => {
    const narrowing = { ...NO_NARROWING, ...change }
    expect(places(ask({ filter: 'open', order: 'inbound', narrowing }))).toEqual(open)
    const here = rows.filter((row) => matchesChoice({ filter: 'open', narrowing }, row, view))
    expect(places(here).sort()).toEqual([...open].sort())
  })

  it('is known by any of its values', () => {
    expect(isNarrowed(NO_NARROWING)).toBe(false)
    expect(isNarrowed({ ...NO_NARROWING, tag: 'опт' })).toBe(true)
  })
})

describe('an address', () => {
  it('falls back to the open ones for an unknown filter', () => {
    expect(filterOf('archived')).toBe('archived')
    expect(filterOf('nonsense')).toBe('open')
    expect(filterOf(undefined)).toBe('open')
    expect(filterOf(['archived'])).toBe('open')
  })

  it('says what narrows a list, and nothing of what does not', () => {
    const narrowing = { channelId: 'channel-2', tag: 'опт', assigneeId: 'member-1', teamId: 'team-1' }
    expect(narrowingOfQuery(queryOfNarrowing(narrowing))).toEqual(narrowing)
    expect(queryOfNarrowing({ ...NO_NARROWING, tag: 'опт' })).toEqual({ tag: 'опт' })
    expect(queryOfNarrowing(NO_NARROWING)).toEqual({})
  })

  it('that says something twice, or nothing, narrows nothing', () => {
    expect(narrowingOfQuery({ tag: ['опт', 'vip'], channel: null, filter: 'open' })).toEqual(NO_NARROWING)
  })
})

it('two choices have one key only when they are the same', () => {
  const choice: ListChoice = { filter: 'open', order: 'inbound', narrowing: NO_NARROWING }
  expect(keyOfChoice({ ...choice, narrowing: { ...NO_NARROWING } })).toBe(keyOfChoice(choice))
  const others: readonly ListChoice[] = [
    { ...choice, filter: 'all' },
    { ...choice, order: 'creation' },
    { ...choice, narrowing: { ...NO_NARROWING, tag: 'опт' } },
    { ...choice, narrowing: { ...NO_NARROWING, teamId: 'опт' } },
  ]
  expect(new Set([choice, ...others].map(keyOfChoice)).size).toBe(5)
})
