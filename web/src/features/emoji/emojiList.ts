import { emojiGroups } from 'virtual:emoji'
import type { Language } from '#web/ui/i18n.ts'

export interface Emoji {
  readonly emoji: string
  readonly names: Readonly<Record<Language, string>>
  /** All it is found by, small, each word after a space. */
  readonly words: string
}

/** In the order of `virtual:emoji`. */
export const emojiGroupNames = [
  'smileys',
  'people',
  'animals',
  'food',
  'travel',
  'activities',
  'objects',
  'symbols',
  'flags',
] as const
export type EmojiGroupName = (typeof emojiGroupNames)[number]

function folded(text: string): string {
  return text.toLowerCase().replaceAll('ё', 'е')
}

function emojiIn(line: string): Emoji {
  const [emoji = '', ru = '', en = '', besides = ''] = line.split('\t')
  const words = folded(`${ru} ${en} ${besides}`).split(/[^\p{L}\p{N}]+/u)
  return { emoji, names: { ru, en }, words: ` ${words.join(' ')}` }
}

const groups = new Map(
  emojiGroups.map((lines, at) => [emojiGroupNames[at], lines.split('\n').map(emojiIn)] as const),
)

export function emojiOfGroup(name: EmojiGroupName): readonly Emoji[] {
  return groups.get(name) ?? []
}

const all = [...groups.values()].flat()
const byEmoji = new Map(all.map((each) => [each.emoji, each]))

export function emojiCalled(emoji: string): Emoji | undefined {
  return byEmoji.get(emoji)
}

/** Those of which every word of the query begins a word, in Russian or English; whose name it begins come first. */
export function foundEmoji(query: string, limit: number): readonly Emoji[] {
  const sought = folded(query)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
  if (sought.length === 0)
    return byEmoji.has(query.trim()) ? all.filter((each) => each.emoji === query.trim()) : []
  const found = all.filter(({ words }) => sought.every((word) => words.includes(` ${word}`)))
  const [first = ''] = sought
  const isNamedSo = ({ names }: Emoji) =>
    folded(names.ru).startsWith(first) || folded(names.en).startsWith(first)
  return [...found.filter(isNamedSo), ...found.filter((each) => !isNamedSo(each))].slice(0, limit)
}
