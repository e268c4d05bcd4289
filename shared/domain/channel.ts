import * as z from 'zod/mini'
import { businessHoursSchema } from './businessHours.ts'
import { teamIdSchema } from './ids.ts'
import { momentSchema } from './time.ts'

export const channelStateSchema = z.enum(['active', 'disconnected'])

export const channelHealthSchema = z.object({
  status: z.enum(['working', 'slow', 'needsAttention']),
  /** Machine code the page turns into words, e.g. `unauthorized`. */
  reason: z._default(z.string(), ''),
  checkedAt: momentSchema,
})
export type ChannelHealth = z.infer<typeof channelHealthSchema>

/** Whom a conversation that nobody has goes to: each in his turn, or whoever has the fewest open ones. */
export const assignmentSchema = z.object({
  mode: z.enum(['off', 'roundRobin', 'leastBusy']),
  /** '' = among all members. */
  teamId: z.union([teamIdSchema, z.literal('')]),
  onlineOnly: z.boolean(),
})
export type Assignment = z.infer<typeof assignmentSchema>

export const NO_ASSIGNMENT: Assignment = { mode: 'off', teamId: '', onlineOnly: false }

/** Every channel takes as much. */
export const AUTO_REPLY_MAX_LENGTH = 1000

/** One connected messenger account of a company. Secrets are elsewhere: `private/credentials`, sealed. */
export const channelSchema = z.object({
  kind: z.string(),
  name: z.string(),
  /** What the account is called by its provider: `@bot`, a phone, a page. */
  handle: z._default(z.string(), ''),
  /** The provider's id of the account; `channelAccounts` makes it belong to one company only. */
  accountId: z.string(),
  state: channelStateSchema,
  health: channelHealthSchema,
  /** Answers begin with the member's name. Otherwise it never reaches a contact. */
  signsReplies: z._default(z.boolean(), false),
  assignment: z._default(assignmentSchema, NO_ASSIGNMENT),
  /** Answers the first message of a new conversation within the hours; '' = nothing does. */
  greeting: z._default(z.string(), ''),
  /** Answers outside the hours; '' = nothing does. */
  awayMessage: z._default(z.string(), ''),
  /** null = the company's. */
  hours: z._default(z.nullable(businessHoursSchema), null),
  /** When its approved templates are asked for again; absent where it has none. */
  templatesDueAt: z.optional(momentSchema),
  publicId: z.int(),
  createdAt: momentSchema,
})
export type Channel = z.infer<typeof channelSchema>
