import { describe, expect, it } from 'vitest'
import { aConversationRow } from '#tests/builders/aConversationRow.ts'
import { AN_HOUR_AGO, NOON } from '#tests/builders/moments.ts'
import { comparisons, createKnownRows } from '#web/features/inbox/knownRows.ts'
import type { ConversationRow } from '#web/firebase/conversations.ts'

const row = (id: string, sortAt: number, createdAt: number, updatedAt = AN_HOUR_AGO) =>
  aConversationRow(id, { sortAt, createdAt, updatedAt })

const rows = [row('a', 3, 1), row('b', 2, 3), row('c', 1, 2)]
const ids = (known: readonly ConversationRow[]) => known.map(({ id }) => id).join('')

function knowing(...learned: readonly ConversationRow[]) {
  const changes: (string | undefined)[][] = []
  const known = createKnownRows((former, now) => changes.push([former?.lastEventId, now.lastEventId]))
  known.learn(learned)
  return { known, changes }
}

describe('known rows', () => {
  it('stand newest first, in either order, as often as it is changed', () => {
    const { known } = knowing(...rows)
    expect(ids(known.rows('inbound'))).toBe('abc')
    expect(ids(known.rows('creation'))).toBe('bca')
    expect(ids(known.rows('inbound'))).toBe('abc')
  })

  it('learned in one order stand right in the other', () => {
    const { known } = knowing(...rows)
    known.rows('creation')
    known.learn([row('d', 4, 0), row('c', 5, 2, NOON)])
    expect(ids(known.rows('creation'))).toBe('bcad')
    expect(ids(known.rows('inbound'))).toBe('cdab')
    expect(known.get('c')?.sortAt).toBe(5)
  })

  it('of one moment stand by their ids, the other way round, as the queries have them', () => {
    expect(ids(knowing(row('a', 1, 1), row('c', 1, 1), row('b', 1, 1)).known.rows('inbound'))).toBe('cba')
    expect(comparisons.inbound(row('a', 1, 1), row('a', 1, 2))).toBe(0)
  })

  it('are not replaced by what a page has read before them', () => {
    const { known, changes } = knowing(row('a', 9, 1, NOON))
    known.learn([row('a', 3, 1, AN_HOUR_AGO)])
    expect(known.get('a')?.sortAt).toBe(9)
    expect(changes).toHaveLength(1)
  })

  it('are as they were where a change made here was refused: it made them no newer', () => {
    const { known } = knowing(row('a', 3, 1, NOON), aConversationRow('a', { sortAt: 9, updatedAt: NOON }))
    expect(known.get('a')?.sortAt).toBe(9)
    known.learn([row('a', 3, 1, NOON)])
    expect(known.get('a')?.sortAt).toBe(3)
  })

  it('tell of every change, with what was there before', () => {
    const { known, changes } = knowing(aConversationRow('a', { lastEventId: 'first' }))
    known.learn([aConversationRow('a', { lastEventId: 'second' })])
    expect(changes).toEqual([
      [undefined, 'first'],
      ['first', 'second'],
    ])
  })

  it('are forgotten one by one', () => {
    const { known } = knowing(...rows)
    known.forget('b')
    known.forget('unknown')
    expect(ids(known.rows('inbound'))).toBe('ac')
    expect(known.get('b')).toBeUndefined()
  })
})
