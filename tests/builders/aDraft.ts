import type * as z from 'zod/mini'
import { draftSchema } from '#shared/domain/draft.ts'
import type { Draft } from '#shared/domain/draft.ts'
import { AN_HOUR_AGO } from './moments.ts'

/** A reply that was begun. */
export function aDraft(change: Partial<z.input<typeof draftSchema>> = {}): Draft {
  return draftSchema.parse({ text: 'Анна, обменяем', note: '', updatedAt: AN_HOUR_AGO, ...change })
}
