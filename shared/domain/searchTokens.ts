import type { Contact } from './contact.ts'

/** A longer beginning of a word finds nothing that a beginning of this length would not. */
const PREFIX_MAX_LENGTH = 15

/** Fewer digits are found in too many phones. */
const DIGITS_MIN_LENGTH = 4
const TOKENS_MAX_COUNT = 120

/** These words of a name come before his phone where there is no room for everything. */
const FIRST_WORDS = 4

/** How two spellings become one: small letters, ё as е, no accents. Й stays й: endings depend on it. */
export function foldText(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/([иИ])\u0306/gu, (_, letter: string) => (letter === 'и' ? 'й' : 'Й'))
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
}

/** The words of a text as they are searched for. */
export function searchWords(text: string): string[] {
  return foldText(text).match(/[\p{L}\p{N}]+/gu) ?? []
}

/** What was typed where it is a phone, however grouped; '' where it is none. */
export function phoneDigits(typed: string): string {
  if (!/^[\s\d+().-]+$/u.test(typed)) return ''
  const digits = typed.replace(/\D/gu, '')
  if (digits.length < DIGITS_MIN_LENGTH) return ''
  return /^8\d{10}$/u.test(digits) ? `7${digits.slice(1)}` : digits
}

/** What is asked for: a phone is one word, whatever stands between its digits. */
export function askedWords(typed: string): string[] {
  const digits = phoneDigits(typed)
  return digits ? [digits] : searchWords(typed)
}

/** The token a query for these words is made with: that of the longest, which the fewest have. */
export function askedToken(words: readonly string[]): string {
  const longest = words.reduce((best, word) => (word.length > best.length ? word : best), '')
  return longest.slice(0, PREFIX_MAX_LENGTH)
}

/** Whether each of the words begins one of these texts, or stands somewhere in the phone. */
export function matchesWords(
  words: readonly string[],
  { texts, phone }: { readonly texts: readonly string[]; readonly phone: string },
): boolean {
  const known = searchWords(texts.join(' '))
  const digits = phone.replace(/\D/gu, '')
  const isDigits = (word: string) => word.length >= DIGITS_MIN_LENGTH && /^\d+$/u.test(word)
  return words.every(
    (word) => known.some((each) => each.startsWith(word)) || (isDigits(word) && digits.includes(word)),
  )
}

type Searched = Pick<Contact, 'name' | 'phone'> & {
  readonly identities: readonly { readonly handle: string }[]
}

/** What a contact is found by: every beginning of his words, every run of four digits or more of his phone. */
export function contactTokens({ name, phone, identities }: Searched): string[] {
  const words = searchWords([name, ...identities.map(({ handle }) => handle)].join(' '))
  const tokens = new Set([
    ...words.slice(0, FIRST_WORDS).flatMap(beginningsOf),
    ...phoneTokens(phone),
    ...words.slice(FIRST_WORDS).flatMap(beginningsOf),
  ])
  return [...tokens].slice(0, TOKENS_MAX_COUNT)
}

function beginningsOf(word: string): string[] {
  const longest = Array.from(word).slice(0, PREFIX_MAX_LENGTH)
  return longest.map((_, at) => longest.slice(0, at + 1).join(''))
}

/** Every run of digits somebody may remember of a phone. */
export function phoneTokens(phone: string): string[] {
  const digits = phone.replace(/\D/gu, '').slice(0, PREFIX_MAX_LENGTH)
  const places = Array.from({ length: digits.length }, (_, at) => at)
  return places.flatMap((from) =>
    places.filter((to) => to - from + 1 >= DIGITS_MIN_LENGTH).map((to) => digits.slice(from, to + 1)),
  )
}
