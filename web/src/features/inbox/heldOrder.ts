import type { Comparison } from './sortedRows.ts'

interface HeldOrder<Row> {
  readonly rows: readonly Row[]
  /** How many would stand elsewhere, further up, were the order let go. */
  readonly waiting: number
}

/**
 * The order while somebody aims at the list: rows stay where they were when shown, with what they say now;
 * newer ones wait; older pages are added below.
 */
export function heldOrder<Row extends { readonly id: string }>(
  shown: readonly Row[],
  current: readonly Row[],
  now: { get(id: string): Row | undefined; compare: Comparison<Row> },
): HeldOrder<Row> {
  const floor = shown[shown.length - 1]
  if (!floor) return { rows: current, waiting: 0 }
  const shownById = new Map(shown.map((row) => [row.id, row]))
  const isBelow = (row: Row) => now.compare(floor, row) < 0
  const older = current.filter((row) => !shownById.has(row.id) && isBelow(row))
  const waiting = current.filter((row) => {
    const former = shownById.get(row.id)
    return former ? now.compare(row, former) < 0 : !isBelow(row)
  })
  return { rows: [...shown.map((row) => now.get(row.id) ?? row), ...older], waiting: waiting.length }
}
