import type * as z from 'zod/mini'
import { noteSchema } from '#shared/domain/note.ts'
import type { Note } from '#shared/domain/note.ts'
import { AN_HOUR_AGO } from './moments.ts'

/** What Olga tells her colleagues. */
export function aNote(change: Partial<z.input<typeof noteSchema>> = {}): Note {
  return noteSchema.parse({
    text: 'Второй заказ за месяц',
    mentions: [],
    author: { id: 'operator', name: 'Ольга Орлова' },
    createdAt: AN_HOUR_AGO,
    updatedAt: AN_HOUR_AGO,
    ...change,
  })
}
