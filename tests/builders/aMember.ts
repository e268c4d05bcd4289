import type * as z from 'zod/mini'
import { memberSchema } from '#shared/domain/member.ts'
import type { Member } from '#shared/domain/member.ts'
import { AN_HOUR_AGO } from './moments.ts'

/** An operator whose every sign-in counts. */
export function aMember(change: Partial<z.input<typeof memberSchema>> = {}): Member {
  return memberSchema.parse({
    role: 'operator',
    name: 'Ольга Орлова',
    sessionsValidAfterAt: 0,
    createdAt: AN_HOUR_AGO,
    ...change,
  })
}
