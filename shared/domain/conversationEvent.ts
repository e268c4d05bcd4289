import * as z from 'zod/mini'
import { momentSchema } from './time.ts'

/**
 * What a member did to a conversation. `read` is kept for others to build on, the thread does not show it;
 * nor `noted`, for it shows the note that `to` names.
 * `woken`: a snoozed one opened by itself; nobody did that, so `by` is ''; nor `assigned` by its channel's rule.
 * `renamed`, `tagged`: what was done to the contact, told in the conversation it was done in.
 */
export const conversationEventKindSchema = z.enum([
  'archived',
  'reopened',
  'assigned',
  'teamAssigned',
  'snoozed',
  'woken',
  'blocked',
  'unblocked',
  'noted',
  'renamed',
  'tagged',
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
