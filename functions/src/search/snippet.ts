import { foldText } from '#shared/domain/searchTokens.ts'
import { stemOf, wordsOf } from './stems.ts'
import type { PlacedWord } from './stems.ts'

const SNIPPET_LENGTH = 140

/** So much stands before the first word that was found. */
const LEAD_LENGTH = 40

/** More are not marked: they would be out of sight. */
const RANGES_MAX_COUNT = 10

export interface Snippet {
  readonly snippet: string
  readonly ranges: { start: number; end: number }[]
}

/** A line of a text around the words that have these stems. */
export function snippet(text: string, stems: readonly string[]): Snippet {
  const found = foundWords(text, stems)
  const from = startOf(text, found[0]?.start ?? 0)
  const to = Math.min(text.length, from + SNIPPET_LENGTH)
  const [before, after] = [from > 0 ? '…' : '', to < text.length ? '…' : '']
  const shift = before.length - from
  return {
    snippet: before + text.slice(from, to).replace(/\s|\p{Surrogate}/gu, ' ') + after,
    ranges: found
      .filter(({ end }) => end <= to)
      .map(({ start, end }) => ({ start: start + shift, end: end + shift })),
  }
}

/** Not in the middle of a word, where one ends nearby. */
function startOf(text: string, first: number): number {
  if (first <= LEAD_LENGTH) return 0
  const from = first - LEAD_LENGTH
  const space = text.slice(from, first).search(/\s/u)
  return space < 0 ? from : from + space + 1
}

/** A word is only cut down to its stem where it begins like one that is looked for. */
function foundWords(text: string, stems: readonly string[]): PlacedWord[] {
  const found: PlacedWord[] = []
  const beginnings = new Set(stems.map((stem) => stem[0]))
  for (const word of wordsOf(text)) {
    const isLike = beginnings.has(foldText(word.text[0] ?? '')[0])
    if (isLike && stems.includes(stemOf(word.text))) found.push(word)
    if (found.length >= RANGES_MAX_COUNT) break
  }
  return found
}
