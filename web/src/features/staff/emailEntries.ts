import { emailSchema } from '#shared/api/email.ts'

/** One address of an invitation, as it was typed. */
export interface EmailEntry {
  readonly email: string
  readonly isValid: boolean
}

/** `"Нечаева, Ольга" <olga@example.com>`, as mail programs write whom a letter went to. */
const NAMED = /(?:"[^"]*"|[^<>,;"\n]*)\s*<([^<>]+)>/g

/** The addresses in a typed or pasted text, each once, behind those that are there already. */
export function emailEntries(before: readonly EmailEntry[], text: string): EmailEntry[] {
  const entries = new Map(before.map((entry) => [entry.email, entry]))
  for (const word of text
    .replace(NAMED, ' $1 ')
    .split(/[\s,;]+/)
    .filter((each) => each !== '')) {
    const read = emailSchema.safeParse(bare(word))
    const entry = { email: read.data ?? word, isValid: read.success }
    entries.set(entry.email, entry)
  }
  return [...entries.values()]
}

/** Address books paste `"olga@example.com"` and `(olga@example.com)`. */
function bare(word: string): string {
  return word.replace(/^[<"'(]+|[>"')]+$/g, '')
}
