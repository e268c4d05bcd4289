import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Plugin } from 'vite'
import * as z from 'zod/mini'

const NAME = 'virtual:emoji'

/** What the fonts of two-year-old systems draw: later ones would be empty boxes. */
const NEWEST_VERSION = 15

/** Skin tones and hair, which are no emoji by themselves. */
const COMPONENTS = 2
const GROUPS = [0, 1, 3, 4, 5, 6, 7, 8, 9]

const entrySchema = z.object({
  emoji: z.string(),
  hexcode: z.string(),
  label: z.string(),
  tags: z._default(z.array(z.string()), []),
  group: z.optional(z.int()),
  order: z._default(z.int(), 0),
  version: z.number(),
})
type Entry = z.infer<typeof entrySchema>

const packages = createRequire(import.meta.url)

function entriesIn(language: 'ru' | 'en'): Entry[] {
  const file = packages.resolve(`emojibase-data/${language}/data.json`)
  return z.array(entrySchema).parse(JSON.parse(readFileSync(file, 'utf8')))
}

function wordsOf({ label, tags }: Entry): string[] {
  return [label, ...tags]
    .join(' ')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
}

/** The emoji, its name in Russian and in English, and the words besides by which it is found; parted by tabs. */
function lineOf(russian: Entry, english: Entry): string {
  const named = new Set([...wordsOf({ ...russian, tags: [] }), ...wordsOf({ ...english, tags: [] })])
  const besides = new Set([...wordsOf(russian), ...wordsOf(english)].filter((word) => !named.has(word)))
  return [russian.emoji, russian.label, english.label, [...besides].join(' ')].join('\t')
}

function groups(): string[] {
  const english = new Map(entriesIn('en').map((entry) => [entry.hexcode, entry]))
  const shown = entriesIn('ru')
    .filter(({ group, version }) => group !== undefined && group !== COMPONENTS && version <= NEWEST_VERSION)
    .sort((a, b) => a.order - b.order)
  return GROUPS.map((number) =>
    shown
      .filter(({ group }) => group === number)
      .map((entry) => lineOf(entry, english.get(entry.hexcode) ?? entry))
      .join('\n'),
  )
}

/** Gives the page its emoji as a chunk of its own: `emojiGroups`, one text a group, one line an emoji. */
export function emoji(): Plugin {
  return {
    name: 'pact-emoji',
    resolveId: (id) => (id === NAME ? `\0${NAME}` : null),
    load: (id) => (id === `\0${NAME}` ? `export const emojiGroups = ${JSON.stringify(groups())}` : null),
  }
}
