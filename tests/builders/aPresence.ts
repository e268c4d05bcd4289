import type * as z from 'zod/mini'
import { presenceSchema } from '#shared/domain/presence.ts'
import type { Presence } from '#shared/domain/presence.ts'
import { MINUTE_MS } from '#shared/domain/time.ts'
import { NOON } from './moments.ts'

/** Olga looks at a conversation for another minute. */
export function aPresence(change: Partial<z.input<typeof presenceSchema>> = {}): Presence {
  return presenceSchema.parse({
    name: 'Ольга Орлова',
    activity: 'viewing',
    expiresAt: NOON + MINUTE_MS,
    ...change,
  })
}
