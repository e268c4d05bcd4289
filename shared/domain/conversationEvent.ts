import * as z from 'zod/mini'
import { momentSchema } from './time.ts'

/** What a member did to a conversation. `read` is kept for others to build on, the thread does not show it. */
export const conversationEventKindSchema = z.enum([
  'archived',
  'reopened',
  'assigned',
  'teamAssigned',
  'read',
  'answered',
  'unanswered',
])
export type ConversationEventKind = z.infer<typeof conversationEventKindSchema>

export const conversationEventSchema = z.object({
  kind: conversationEventKindSchema,
  from: z.string(),
  to: z.string(),
  by: z.string(),
  byName: z.string(),
  at: momentSchema,
})
export type ConversationEvent = z.infer<typeof conversationEventSchema>
