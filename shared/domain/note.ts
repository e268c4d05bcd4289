import * as z from 'zod/mini'
import { momentSchema } from './time.ts'

/** What members write to each other beside a conversation. In a collection of its own: nothing that speaks to contacts reads it. */
export const noteSchema = z.object({
  text: z.string(),
  /** User ids, as the author chose them; who acts on them asks whether they are members still. */
  mentions: z._default(z.array(z.string()), []),
  author: z.object({ id: z.string(), name: z.string() }),
  createdAt: momentSchema,
  updatedAt: momentSchema,
  editedAt: z.optional(momentSchema),
  /** Hidden from then on; absent again when the author takes that back. */
  deletedAt: z.optional(momentSchema),
})
export type Note = z.infer<typeof noteSchema>

/** firestore.rules say the same. */
export const MENTIONS_MAX_COUNT = 20
