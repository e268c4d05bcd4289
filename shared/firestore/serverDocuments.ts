import * as z from 'zod/mini'
import { deliveryStatusSchema } from '#shared/domain/message.ts'
import { localeSchema } from '#shared/domain/user.ts'
import {
  channelIdSchema,
  companyIdSchema,
  conversationIdSchema,
  invitationIdSchema,
  messageIdSchema,
  teamIdSchema,
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
  earlyAt: z.optional(momentSchema),
})

/**
 * What is to be done once a member or a team is gone, until it has been: whoever began it may have died on the way.
 * `subjectId` is that member's or team's; `by` and `byName` are whoever ended it, for the events that tell of it.
 */
export const reassignmentSchema = z.object({
  companyId: companyIdSchema,
  kind: z.enum(['member', 'team']),
  subjectId: z.string(),
  /** Of a member: who and which team get his open conversations; '' for nobody, absent to leave the team as it is. */
  giveTo: z._default(z.union([userIdSchema, z.literal('')]), ''),
  giveToTeamId: z.optional(teamIdSchema),
  by: z.union([userIdSchema, z.literal('')]),
  byName: z.string(),
  createdAt: momentSchema,
  /** When the sweeper may take it up. */
  dueAt: momentSchema,
})
export type UnfinishedReassignment = z.infer<typeof reassignmentSchema>

/** Who was given the last of a channel's conversations; one that is given away holds it, so they go one by one. */
export const assignmentTurnSchema = z.object({ lastAssigneeId: z.string() })

/** A genuine webhook we could not read; its raw body lies in Storage at `path`, for replay. */
export const deadLetterSchema = z.object({
  channelId: channelIdSchema,
  reason: z.string(),
  path: z.string(),
  size: z.int(),
  createdAt: momentSchema,
})

/** A file a site visitor handed in; `messageId` once a message of his has named it. */
export const visitorFileSchema = z.object({
  companyId: companyIdSchema,
  conversationId: conversationIdSchema,
  path: z.string(),
  createdAt: momentSchema,
  messageId: z.optional(messageIdSchema),
})

/**
 * One asked-for sign-in code. `changesPhoneOf`: confirmed, it moves that person to the new number.
 * `emailCodeHash`: the phone's code was right, and a second one went out by e-mail.
 */
export const authSessionSchema = z.object({
  phone: z.string(),
  locale: z._default(localeSchema, 'ru'),
  codeHash: z.string(),
  attempts: z.int(),
  usedAt: z.nullable(momentSchema),
  changesPhoneOf: z._default(z.string(), ''),
  emailCodeHash: z._default(z.string(), ''),
  emailAttempts: z._default(z.int(), 0),
  deviceId: z._default(z.string(), ''),
  createdAt: momentSchema,
  expiresAt: momentSchema,
})

/** A solved CAPTCHA, so that it is accepted once; the id is a hash of its signature. */
export const captchaSolutionSchema = z.object({ expiresAt: momentSchema })

/** From an invitation link's token, hashed, to the invitations it stands for: one id in each company. */
export const invitationTokenSchema = z.object({
  invitationId: invitationIdSchema,
  companyIds: z.array(companyIdSchema),
  email: z.string(),
  expiresAt: momentSchema,
})

/** From a confirmation link's token, hashed, to the address it confirms. */
export const emailTokenSchema = z.object({ userId: userIdSchema, email: z.string(), expiresAt: momentSchema })

/** Who has confirmed an address; the id is a hash of it in lower case. */
export const userEmailSchema = z.object({ userId: userIdSchema })

/** A person's key to the public API: sealed for showing, hashed for finding (`apiTokens`); who brought him here. */
export const userSecretsSchema = z.object({
  sealedToken: z._default(z.string(), ''),
  tokenHash: z._default(z.string(), ''),
  referralCode: z._default(z.string(), ''),
  referredBy: z._default(z.string(), ''),
})

/** From a private token, hashed, to its person. */
export const apiTokenSchema = z.object({ userId: userIdSchema, createdAt: momentSchema })

/** From a referral code to the person whose link it stands in. */
export const referralCodeSchema = z.object({ userId: userIdSchema })

/** Who registered by somebody's link. */
export const referralSchema = z.object({
  referrerId: userIdSchema,
  name: z.string(),
  createdAt: momentSchema,
})

/** What a letter is needed for: where it does not arrive, that shows there. */
const mailPurposeSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('invitation'),
    companyIds: z.array(companyIdSchema),
    invitationId: invitationIdSchema,
  }),
  z.object({ kind: z.literal('emailConfirmation'), userId: userIdSchema }),
])
export type MailPurpose = z.infer<typeof mailPurposeSchema>

/** A letter on its way out; its words are dropped once it has gone. */
export const mailSchema = z.object({
  purpose: z.optional(mailPurposeSchema),
  to: z.string(),
  subject: z.string(),
  text: z.string(),
  html: z.string(),
  state: z.enum(['queued', 'sent', 'failed']),
  attempts: z.int(),
  reason: z._default(z.string(), ''),
  nextAttemptAt: z.optional(momentSchema),
  leaseUntilAt: z.optional(momentSchema),
  createdAt: momentSchema,
  expiresAt: momentSchema,
})

/** A fixed window's counter. */
export const rateLimitSchema = z.object({ count: z.int(), expiresAt: momentSchema })
