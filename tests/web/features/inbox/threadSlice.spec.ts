import { describe, expect, it } from 'vitest'
import { endRange, rangeAround, rangeOf, sliceOf } from '#web/features/inbox/threadSlice.ts'
import type { ThreadSlice } from '#web/features/inbox/threadSlice.ts'

/** One entry a letter, a moment apart. */
function entries(letters: string) {
  return Array.from(letters, (key) => ({ key, at: key.codePointAt(0) ?? 0 }))
}

function slice(letters: string, from: number, to: number): ThreadSlice {
  const made = sliceOf(entries(letters), { from, to })
  if (!made) throw new Error('nothing is drawn')
  return made
}

function drawn(letters: string, of: ThreadSlice): string {
  const { from, to } = rangeOf(entries(letters), of)
  return letters.slice(from, to)
}

describe('a slice of a thread', () => {
  it('is the same after older pages have come', () => {
    expect(drawn('abcdefgh', slice('efgh', 0, 3))).toBe('efg')
  })

  it('that ends with the newest goes on with what comes', () => {
    expect(drawn('abcdef', slice('abcd', 1, 4))).toBe('bcdef')
  })

  it('that ends before the newest does not grow with what comes', () => {
    expect(drawn('abcdef', slice('abcd', 0, 3))).toBe('abc')
  })

  it('holds what comes late between its ends, and nothing of what comes beside them', () => {
    expect(drawn('abdeg', slice('beg', 0, 2))).toBe('bde')
    expect(drawn('abeg', slice('be', 0, 2))).toBe('beg')
    expect(drawn('abefg', slice('beg', 1, 2))).toBe('e')
  })

  it('whose end is gone ends where that stood', () => {
    expect(drawn('acdef', slice('abcdef', 1, 4))).toBe('cd')
    expect(drawn('abcef', slice('abcdef', 1, 4))).toBe('bce')
  })

  it('of which all is gone draws the last there is', () => {
    expect(drawn('ab', slice('abcd', 2, 4))).toBe('b')
    expect(drawn('', slice('abcd', 2, 3))).toBe('')
  })

  it('of nothing is none', () => {
    expect(sliceOf([], { from: 0, to: 0 })).toBeNull()
  })
})

describe('a range', () => {
  it('at the end is as long as there is anything', () => {
    expect(endRange(100, 40)).toEqual({ from: 60, to: 100 })
    expect(endRange(7, 40)).toEqual({ from: 0, to: 7 })
  })

  it('around one has it in the middle, away from the ends', () => {
    expect(rangeAround(50, 100, 40)).toEqual({ from: 30, to: 70 })
    expect(rangeAround(5, 100, 40)).toEqual({ from: 0, to: 40 })
    expect(rangeAround(98, 100, 40)).toEqual({ from: 78, to: 100 })
  })
})
