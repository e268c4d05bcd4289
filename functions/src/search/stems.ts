import snowball from 'snowball-stemmers'
import { foldText } from '#shared/domain/searchTokens.ts'
import { stopWords } from './stopWords.ts'

/** A longer word is nobody's: a link, or a hundred kilobytes without a space. */
const WORD_MAX_LENGTH = 40

const russian = snowball.newStemmer('russian')
const english = snowball.newStemmer('english')

/** A word of a text, where it stands in it. */
export interface PlacedWord {
  readonly start: number
  readonly end: number
  readonly text: string
}

/** The words of a text one after another; marks belong to the letters they stand on. */
export function* wordsOf(text: string): Generator<PlacedWord> {
  for (const { index, 0: word } of text.matchAll(/[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu)) {
    yield { start: index, end: index + word.length, text: word }
  }
}

/** What the forms of a word have in common, in Russian and English; '' for what is not searched for. */
export function stemOf(word: string): string {
  const folded = foldText(word.slice(0, 2 * WORD_MAX_LENGTH)).slice(0, WORD_MAX_LENGTH)
  if (folded.length < 2 || stopWords.has(folded)) return ''
  if (/^\p{Script=Cyrillic}+$/u.test(folded)) return russian.stem(folded)
  return /^[a-z]+$/u.test(folded) ? english.stem(folded) : folded
}

/** The different stems of a text, in its order, up to so many. */
export function stemsOf(text: string, limit: number): string[] {
  const stems = new Set<string>()
  for (const word of wordsOf(text)) {
    const stem = stemOf(word.text)
    if (stem) stems.add(stem)
    if (stems.size >= limit) break
  }
  return [...stems]
}
