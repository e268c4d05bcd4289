import { describe, expect, it } from 'vitest'
import { createSortedRows } from '#web/features/inbox/sortedRows.ts'

interface Row {
  readonly id: string
  readonly at: number
}

const byAt = (a: Row, b: Row): number => a.at - b.at || (a.id < b.id ? -1 : 1)

function ids(rows: readonly Row[]): string {
  return rows.map(({ id }) => id).join('')
}

describe('createSortedRows', () => {
  it('keeps rows in order whatever order they come in', () => {
    const sorted = createSortedRows(byAt)
    for (const [id, at] of [
      ['c', 3],
      ['a', 1],
      ['d', 4],
      ['b', 2],
    ] as const)
      sorted.put({ id, at })
    expect(ids(sorted.rows)).toBe('abcd')
  })

  it('moves a row that has changed and gives what stood there', () => {
    const sorted = createSortedRows(byAt)
    for (const [id, at] of [
      ['a', 1],
      ['b', 2],
      ['c', 3],
    ] as const)
      sorted.put({ id, at })
    expect(sorted.put({ id: 'a', at: 9 })).toEqual({ id: 'a', at: 1 })
    expect(ids(sorted.rows)).toBe('bca')
    expect(sorted.get('a')?.at).toBe(9)
  })

  it('lets go of a row', () => {
    const sorted = createSortedRows(byAt)
    sorted.put({ id: 'a', at: 1 })
    sorted.put({ id: 'b', at: 1 })
    sorted.remove('a')
    sorted.remove('unknown')
    expect(ids(sorted.rows)).toBe('b')
    expect(sorted.get('a')).toBeUndefined()
  })

  it('agrees with sorting after a thousand changes', () => {
    const sorted = createSortedRows(byAt)
    const plain = new Map<string, Row>()
    for (let i = 0; i < 1000; i++) {
      const row = { id: `r${(i * 7919) % 97}`, at: (i * 104_729) % 31 }
      sorted.put(row)
      plain.set(row.id, row)
    }
    expect(sorted.rows).toEqual([...plain.values()].sort(byAt))
  })
})
