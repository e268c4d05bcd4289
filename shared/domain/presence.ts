import * as z from 'zod/mini'
import { momentSchema } from './time.ts'

/** Who looks at a conversation and whether he types; written on change and every minute, void after `expiresAt`. */
export const presenceSchema = z.object({
  name: z.string(),
  activity: z.enum(['viewing', 'typing']),
  expiresAt: momentSchema,
})
export type Presence = z.infer<typeof presenceSchema>
