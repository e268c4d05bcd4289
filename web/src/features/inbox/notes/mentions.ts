export interface Colleague {
  readonly id: string
  readonly name: string
}

export interface MentionQuery {
  /** Where the @ stands. */
  readonly start: number
  readonly query: string
}

/** An @ that begins a word, and up to two words after it: a name and a surname. */
const TYPED = /(?:^|[\s(«"])@([\p{L}\p{M}\p{N}.-]*(?: [\p{L}\p{M}\p{N}.-]*)?)$/u

/** The name that is being typed right before the cursor; null when none is. */
export function mentionQuery(text: string, cursor: number): MentionQuery | null {
  const query = TYPED.exec(text.slice(0, cursor))?.[1]
  return query === undefined ? null : { start: cursor - query.length - 1, query }
}

/** Those whose name, or a word of it, begins so. */
export function colleaguesLike<Person extends Colleague>(
  colleagues: readonly Person[],
  query: string,
): Person[] {
  const wanted = query.toLocaleLowerCase()
  return colleagues.filter(({ name }) => {
    const lower = name.toLocaleLowerCase()
    return lower.startsWith(wanted) || lower.split(' ').some((word) => word.startsWith(wanted))
  })
}

/** The text with the name in the place of what was typed, and where the cursor goes. */
export function withMention(
  text: string,
  { start, query }: MentionQuery,
  { name }: Colleague,
): { readonly text: string; readonly cursor: number } {
  const inserted = `@${name} `
  const rest = text.slice(start + 1 + query.length).replace(/^ /, '')
  return { text: text.slice(0, start) + inserted + rest, cursor: start + inserted.length }
}

interface Mention {
  readonly person: Colleague
  readonly start: number
}

const ENDS_IN_A_WORD = /^[\p{L}\p{M}\p{N}]/u

/** Every @name in a text, the longest that fits: «@Анна Белова» is not «@Анна». */
function mentionsIn(text: string, colleagues: readonly Colleague[]): Mention[] {
  const byLength = [...colleagues].sort((a, b) => b.name.length - a.name.length)
  return [...text.matchAll(/@/g)].flatMap(({ index }) => {
    const rest = text.slice(index + 1)
    const person = byLength.find(
      ({ name }) => name !== '' && rest.startsWith(name) && !ENDS_IN_A_WORD.test(rest.slice(name.length)),
    )
    return person ? [{ person, start: index }] : []
  })
}

/** Whom a text mentions, once each; of two who bear one name, the one that was `chosen`. */
export function mentionedIds(
  text: string,
  colleagues: readonly Colleague[],
  chosen: ReadonlyMap<string, string> = new Map(),
): string[] {
  const ids = mentionsIn(text, colleagues).map(({ person }) => chosen.get(person.name) ?? person.id)
  return [...new Set(ids)]
}

export interface NotePart {
  readonly text: string
  /** Whose name it is; '' for other words. */
  readonly mentions: string
}

/** A note's text, cut where it mentions somebody. */
export function noteParts(text: string, mentioned: readonly Colleague[]): NotePart[] {
  const parts: NotePart[] = []
  let end = 0
  for (const { person, start } of mentionsIn(text, mentioned)) {
    if (start > end) parts.push({ text: text.slice(end, start), mentions: '' })
    end = start + 1 + person.name.length
    parts.push({ text: text.slice(start, end), mentions: person.id })
  }
  if (end < text.length) parts.push({ text: text.slice(end), mentions: '' })
  return parts
}
