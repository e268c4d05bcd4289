import { describe, expect, it } from 'vitest'
import { heldOrder } from '#web/features/inbox/heldOrder.ts'

interface Row {
  readonly id: string
  readonly at: number
}

const compare = (a: Row, b: Row): number => b.at - a.at

function held(shown: readonly Row[], current: readonly Row[]): { order: string; waiting: number } {
  const byId = new Map(current.map((row) => [row.id, row]))
  const { rows, waiting } = heldOrder(shown, current, { get: (id) => byId.get(id), compare })
  return { order: rows.map(({ id }) => id).join(''), waiting }
}

const shown = [
  { id: 'a', at: 9 },
  { id: 'b', at: 8 },
  { id: 'c', at: 7 },
]

describe('heldOrder', () => {
  it('shows what there is before anything was shown', () => {
    expect(held([], shown)).toEqual({ order: 'abc', waiting: 0 })
  })

  it('keeps a row in place when it would move up', () => {
    expect(held(shown, [{ id: 'c', at: 10 }, ...shown.slice(0, 2)])).toEqual({ order: 'abc', waiting: 1 })
  })

  it('lets new rows wait', () => {
    expect(held(shown, [{ id: 'x', at: 12 }, { id: 'y', at: 11 }, ...shown])).toEqual({
      order: 'abc',
      waiting: 2,
    })
  })

  it('keeps a row that no longer belongs', () => {
    expect(
      held(
        shown,
        [shown[0], shown[2]].filter((row) => row !== undefined),
      ),
    ).toEqual({ order: 'abc', waiting: 0 })
  })

  it('adds older pages below', () => {
    expect(held(shown, [...shown, { id: 'd', at: 6 }, { id: 'e', at: 5 }])).toEqual({
      order: 'abcde',
      waiting: 0,
    })
  })

  it('shows what a held row says now', () => {
    const changed = { id: 'b', at: 8, text: 'new' }
    const { rows } = heldOrder(shown, [changed], { get: (id) => (id === 'b' ? changed : undefined), compare })
    expect(rows[1]).toBe(changed)
  })
})
