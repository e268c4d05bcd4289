import type { ThreadRange } from './threadDays.ts'

/** What an end of a slice is known by, whatever comes and goes around it. */
interface Bound {
  readonly key: string
  readonly at: number
}

/** What is drawn of a thread. It keeps its ends while the thread changes. */
export interface ThreadSlice {
  readonly first: Bound
  /** Null: the newest, whichever that is. */
  readonly last: Bound | null
}

/** Where the slice lies in the thread as it is now; what had an end is gone: its moment stands for it. */
export function rangeOf(entries: readonly Bound[], { first, last }: ThreadSlice): ThreadRange {
  const from = placeOf(entries, first)
  if (last === null) return { from, to: entries.length }
  return { from, to: Math.min(placeOf(entries, last) + 1, entries.length) }
}

function placeOf(entries: readonly Bound[], { key, at }: Bound): number {
  const place = entries.findIndex((entry) => entry.key === key)
  if (place >= 0) return place
  const next = entries.findIndex((entry) => entry.at >= at)
  return next < 0 ? Math.max(0, entries.length - 1) : next
}

/** The slice of a range; null of an empty one. */
export function sliceOf(entries: readonly Bound[], { from, to }: ThreadRange): ThreadSlice | null {
  const first = entries[from]
  if (!first) return null
  return { first: boundOf(first), last: to < entries.length ? boundOf(entries[to - 1] ?? first) : null }
}

function boundOf({ key, at }: Bound): Bound {
  return { key, at }
}

/** So many at the end. */
export function endRange(length: number, count: number): ThreadRange {
  return { from: Math.max(0, length - count), to: length }
}

/** So many with one in their middle, as far as there are any. */
export function rangeAround(place: number, length: number, count: number): ThreadRange {
  const from = Math.max(0, place - Math.floor(count / 2))
  return { from, to: Math.min(length, from + count) }
}
