import * as z from 'zod/mini'
import { noteIdSchema, userIdSchema } from './ids.ts'
import { momentSchema } from './time.ts'

/** A note that names a member and that he has not looked at; the id is its conversation's. */
export const mentionSchema = z.object({
  noteId: noteIdSchema,
  by: userIdSchema,
  byName: z.string(),
  at: momentSchema,
})
export type Mention = z.infer<typeof mentionSchema>
