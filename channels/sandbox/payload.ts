import * as z from 'zod/mini'

/** Only the fields we read. */

const contactSchema = z.object({ id: z.string(), name: z.string(), phone: z.string() })

const messageSchema = z.object({
  type: z.literal('message'),
  id: z.string(),
  contact: contactSchema,
  text: z.string(),
  /** Milliseconds. */
  at: z.int(),
  number: z.int(),
  replyTo: z.optional(z.object({ id: z.string(), author: z.string(), text: z.string() })),
})
export type SandboxMessage = z.infer<typeof messageSchema>

const editSchema = z.object({
  type: z.literal('edit'),
  id: z.string(),
  contactId: z.string(),
  text: z.string(),
  at: z.int(),
})

const deletionSchema = z.object({
  type: z.literal('deletion'),
  id: z.string(),
  contactId: z.string(),
  at: z.int(),
})

const statusSchema = z.object({
  type: z.literal('status'),
  id: z.string(),
  contactId: z.string(),
  status: z.enum(['sent', 'delivered', 'read', 'failed']),
  at: z.int(),
  reason: z.optional(z.string()),
})

const reactionSchema = z.object({
  type: z.literal('reaction'),
  id: z.string(),
  contactId: z.string(),
  emojis: z.array(z.string()),
  at: z.int(),
})

export const eventSchema = z.discriminatedUnion('type', [
  messageSchema,
  editSchema,
  deletionSchema,
  statusSchema,
  reactionSchema,
])
export type SandboxEvent = z.infer<typeof eventSchema>

/** Kinds we do not know pass unread. */
export const hookSchema = z.object({ events: z.array(z.looseObject({ type: z.string() })) })

export const KNOWN_EVENTS: readonly string[] = ['message', 'edit', 'deletion', 'status', 'reaction']
