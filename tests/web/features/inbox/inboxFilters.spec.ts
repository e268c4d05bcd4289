import { describe, expect, it } from 'vitest'
import { userIdSchema } from '#shared/domain/ids.ts'
import { DAY_MS } from '#shared/domain/time.ts'
import { queries } from '#shared/firestore/queries.ts'
import { aConversation } from '#tests/builders/aConversation.ts'
import { filterOf, inboxFilters, matchesFilter, selectionOf } from '#web/features/inbox/inboxFilters.ts'

const NOW = new Date(2026, 10, 20, 12).getTime()
const view = { memberId: userIdSchema.parse('member-1'), now: NOW }

const rows = [
  aConversation({ state: 'open', assigneeId: '', unanswered: true, sortAt: NOW - DAY_MS }),
  aConversation({ state: 'open', assigneeId: 'member-1', unanswered: false, sortAt: NOW - 8 * DAY_MS }),
  aConversation({ state: 'open', assigneeId: 'member-2', unanswered: true, sortAt: NOW - 30 * DAY_MS }),
  aConversation({ state: 'archived', assigneeId: 'member-1', unanswered: false, sortAt: NOW - 2 * DAY_MS }),
]

const expected = {
  all: [0, 1, 2, 3],
  open: [0, 1, 2],
  mine: [1],
  archived: [3],
  unassigned: [0],
  active: [0, 3],
  unanswered: [0, 2],
} as const

describe('inbox filters', () => {
  it.each(inboxFilters)('choose here what the query chooses there: %s', (filter) => {
    const { query, equals, rangeAt } = selectionOf(filter, view)
    const shape = queries[query]
    const chosen = rows.filter((row) => {
      const fields: Record<string, unknown> = { ...row }
      const areEqual = shape.equals.every((field, at) => fields[field] === equals[at])
      return areEqual && (rangeAt === undefined || row.sortAt >= rangeAt)
    })
    expect(chosen).toEqual(rows.filter((row) => matchesFilter(filter, row, view)))
    expect(chosen.map((row) => rows.indexOf(row))).toEqual(expected[filter])
  })

  it('give as many values as the query compares', () => {
    for (const filter of inboxFilters) {
      const { query, equals } = selectionOf(filter, view)
      expect(equals).toHaveLength(queries[query].equals.length)
    }
  })

  it('fall back to the open ones for an unknown name', () => {
    expect(filterOf('archived')).toBe('archived')
    expect(filterOf('nonsense')).toBe('open')
    expect(filterOf(undefined)).toBe('open')
    expect(filterOf(['archived'])).toBe('open')
  })
})
