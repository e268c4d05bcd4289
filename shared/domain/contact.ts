import * as z from 'zod/mini'
import { channelIdSchema, conversationIdSchema } from './ids.ts'
import { momentSchema } from './time.ts'

/** A contact's address in one channel. */
export const identitySchema = z.object({
  channelId: channelIdSchema,
  externalId: z.string(),
  /** Nick name or e-mail, as the provider shows it; empty when unknown. */
  handle: z._default(z.string(), ''),
})
export type Identity = z.infer<typeof identitySchema>

/** The person who writes. */
export const contactSchema = z.object({
  name: z.string(),
  phone: z._default(z.string(), ''),
  identities: z.array(identitySchema),
  note: z._default(z.string(), ''),
  tags: z._default(z.array(z.string()), []),
  /** What the company's own fields hold of him, by their ids. */
  fields: z._default(z.record(z.string(), z.string()), {}),
  /** His latest one. */
  conversationId: conversationIdSchema,
  /** Who answers him, copied from his conversation: it decides who may see him. */
  assigneeId: z.string(),
  teamId: z.string(),
  /** What he is found by: `contactTokens`. */
  searchTokens: z._default(z.array(z.string()), []),
  /** Channel kinds in which his phone was looked up, and whether he was there. */
  reachable: z.optional(z.record(z.string(), z.boolean())),
  lastContactAt: momentSchema,
  messageCount: z.int(),
  createdAt: momentSchema,
})
export type Contact = z.infer<typeof contactSchema>

export const NOTE_MAX_LENGTH = 4000
export const CONTACT_NAME_MAX_LENGTH = 255
