import { foldText } from '#shared/domain/searchTokens.ts'

export interface TagOption {
  readonly name: string
  readonly isNew: boolean
}

const MOST_OFFERED = 8

const key = (name: string) => foldText(name.replace(/\s+/gu, ' ').trim())

/** The company's tags a contact has not, as far as they fit what was typed; a name nobody has may be made one. */
export function tagOptions(known: readonly string[], own: readonly string[], typed: string): TagOption[] {
  const taken = new Set(own.map(key))
  const asked = key(typed)
  const fitting = known.filter((name) => !taken.has(key(name)) && key(name).includes(asked))
  const offered = fitting
    .sort((a, b) => Number(key(b).startsWith(asked)) - Number(key(a).startsWith(asked)))
    .slice(0, MOST_OFFERED)
    .map((name) => ({ name, isNew: false }))
  const isKnown = taken.has(asked) || known.some((name) => key(name) === asked)
  const fresh = { name: typed.replace(/\s+/gu, ' ').trim(), isNew: true }
  return asked && !isKnown ? [...offered, fresh] : offered
}
