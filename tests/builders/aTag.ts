import type * as z from 'zod/mini'
import { tagSchema } from '#shared/domain/tag.ts'
import { AN_HOUR_AGO } from './moments.ts'

/** What contacts are sorted by. */
export function aTag(change: Partial<z.input<typeof tagSchema>> = {}): z.infer<typeof tagSchema> {
  return tagSchema.parse({
    name: 'повторный',
    createdAt: AN_HOUR_AGO,
    ...change,
  })
}
