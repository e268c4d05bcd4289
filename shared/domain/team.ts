import * as z from 'zod/mini'
import { momentSchema } from './time.ts'

/** A department conversations are assigned to. Who belongs to it stands in the members. */
export const teamSchema = z.object({ name: z.string(), createdAt: momentSchema })
export type Team = z.infer<typeof teamSchema>

export const TEAM_NAME_MAX_LENGTH = 100
