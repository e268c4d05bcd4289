import type * as z from 'zod/mini'
import { teamSchema } from '#shared/domain/team.ts'
import type { Team } from '#shared/domain/team.ts'
import { AN_HOUR_AGO } from './moments.ts'

/** A department. */
export function aTeam(change: Partial<z.input<typeof teamSchema>> = {}): Team {
  return teamSchema.parse({
    name: 'Продажи',
    createdAt: AN_HOUR_AGO,
    ...change,
  })
}
