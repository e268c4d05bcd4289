export type Comparison<Row> = (a: Row, b: Row) => number

/** Rows kept in order: a change moves one row, it does not sort them all. */
export interface SortedRows<Row extends { readonly id: string }> {
  readonly rows: readonly Row[]
  get(id: string): Row | undefined
  /** Gives what stood there before. */
  put(row: Row): Row | undefined
  remove(id: string): void
}

export function createSortedRows<Row extends { readonly id: string }>(
  compare: Comparison<Row>,
): SortedRows<Row> {
  const rows: Row[] = []
  const byId = new Map<string, Row>()

  function take(row: Row) {
    rows.splice(placeOf(rows, row, compare), 1)
  }

  return {
    rows,
    get: (id) => byId.get(id),
    put(row) {
      const former = byId.get(row.id)
      if (former) take(former)
      rows.splice(placeOf(rows, row, compare), 0, row)
      byId.set(row.id, row)
      return former
    },
    remove(id) {
      const former = byId.get(id)
      if (former) take(former)
      byId.delete(id)
    },
  }
}

/** Where a row stands, or would stand: the first place not before it. */
function placeOf<Row>(rows: readonly Row[], row: Row, compare: Comparison<Row>): number {
  let low = 0
  let high = rows.length
  while (low < high) {
    const middle = (low + high) >>> 1
    const other = rows[middle]
    if (other !== undefined && compare(other, row) < 0) low = middle + 1
    else high = middle
  }
  return low
}
