import * as z from 'zod/mini'
import { momentSchema } from './time.ts'

/** What one member has written in a conversation and not sent: on all his devices, and nobody else's. */
export const draftSchema = z.object({
  text: z.string(),
  note: z._default(z.string(), ''),
  updatedAt: momentSchema,
})
export type Draft = z.infer<typeof draftSchema>
