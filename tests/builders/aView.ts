import type * as z from 'zod/mini'
import { NO_NARROWING, viewSchema } from '#shared/domain/view.ts'
import type { View } from '#shared/domain/view.ts'
import { AN_HOUR_AGO } from './moments.ts'

/** The operator's own list, narrowed by a tag. */
export function aView(change: Partial<z.input<typeof viewSchema>> = {}): View {
  return viewSchema.parse({
    name: 'Опт, без ответа',
    ownerId: 'operator',
    createdBy: 'operator',
    filter: 'unanswered',
    narrowing: { ...NO_NARROWING, tag: 'опт' },
    createdAt: AN_HOUR_AGO,
    ...change,
  })
}
