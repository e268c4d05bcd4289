import type * as z from 'zod/mini'
import { mentionSchema } from '#shared/domain/mention.ts'
import type { Mention } from '#shared/domain/mention.ts'
import { AN_HOUR_AGO } from './moments.ts'

/** A colleague has named the member in a note. */
export function aMention(change: Partial<z.input<typeof mentionSchema>> = {}): Mention {
  return mentionSchema.parse({
    noteId: 'note-1',
    by: 'admin',
    byName: 'Анна Админ',
    at: AN_HOUR_AGO,
    ...change,
  })
}
