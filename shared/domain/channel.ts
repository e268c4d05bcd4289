import * as z from 'zod/mini'
import { momentSchema } from './time.ts'

export const channelStateSchema = z.enum(['active', 'disconnected'])

export const channelHealthSchema = z.object({
  status: z.enum(['working', 'slow', 'needsAttention']),
  /** Machine code the page turns into words, e.g. `unauthorized`. */
  reason: z._default(z.string(), ''),
  checkedAt: momentSchema,
})
export type ChannelHealth = z.infer<typeof channelHealthSchema>

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
  publicId: z.int(),
  createdAt: momentSchema,
})
export type Channel = z.infer<typeof channelSchema>
