import * as z from 'zod/mini'
import { deliveryStatusSchema } from '#shared/domain/message.ts'
import {
  channelIdSchema,
  companyIdSchema,
  conversationIdSchema,
  messageIdSchema,
  userIdSchema,
} from '#shared/domain/ids.ts'
import { momentSchema } from '#shared/domain/time.ts'

/** Documents no client ever reads. `expiresAt` is a TTL field where present. */

/** Which company and channel an outside account belongs to; made by `create`, so nobody takes another's. */
export const channelAccountSchema = z.object({
  kind: z.string(),
  accountId: z.string(),
  companyId: companyIdSchema,
  channelId: channelIdSchema,
})

/** A channel's settings, sealed with AES-256-GCM. */
export const credentialsSchema = z.object({ sealed: z.string() })

/** Who signs in with a phone; the id is the phone's digits. */
export const userPhoneSchema = z.object({ userId: userIdSchema })

/** Makes a `publicId` unique: created together with what it names. */
export const publicIdSchema = z.object({ path: z.string() })

/** From a provider's message id to ours. `earlyStatus`: told before our own send had been noted. */
export const messageRefSchema = z.object({
  conversationId: z.optional(conversationIdSchema),
  messageId: z.optional(messageIdSchema),
  earlyStatus: z.optional(deliveryStatusSchema),
  earlyReason: z.optional(z.string()),
})

/** A genuine webhook we could not read; its raw body lies in Storage at `path`, for replay. */
export const deadLetterSchema = z.object({
  channelId: channelIdSchema,
  reason: z.string(),
  path: z.string(),
  size: z.int(),
  createdAt: momentSchema,
})

/** One asked-for sign-in code. */
export const authSessionSchema = z.object({
  phone: z.string(),
  codeHash: z.string(),
  attempts: z.int(),
  usedAt: z.nullable(momentSchema),
  createdAt: momentSchema,
  expiresAt: momentSchema,
})

/** A fixed window's counter. */
export const rateLimitSchema = z.object({ count: z.int(), expiresAt: momentSchema })
