/** Where a key leads in a grid of so many cells, row by row; null when it leads nowhere. */
export function nextInGrid(
  key: string,
  at: number,
  { count, columns }: { readonly count: number; readonly columns: number },
): number | null {
  const next = target(key, at, count, columns)
  return next === null || next < 0 || next >= count ? null : next
}

function target(key: string, at: number, count: number, columns: number): number | null {
  switch (key) {
    case 'ArrowRight':
      return at + 1
    case 'ArrowLeft':
      return at - 1
    case 'ArrowDown':
      return at + columns
    case 'ArrowUp':
      return at - columns
    case 'Home':
      return at - (at % columns)
    case 'End':
      return Math.min(at - (at % columns) + columns, count) - 1
    default:
      return null
  }
}
