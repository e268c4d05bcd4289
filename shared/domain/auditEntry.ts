import * as z from 'zod/mini'
import { momentSchema } from './time.ts'

export const auditKindSchema = z.enum([
  'signedIn',
  'signedInOnNewDevice',
  'signedOutEverywhere',
  'companyCreated',
  'companyChanged',
  'memberInvited',
  'invitationResent',
  'invitationRevoked',
  'memberJoined',
  'memberChanged',
  'memberRemoved',
  'memberLeft',
  'teamCreated',
  'teamRenamed',
  'teamDeleted',
  'tagDeleted',
  'channelConnected',
  'channelChanged',
  'channelDisconnected',
  'apiTokenRotated',
  'phoneChanged',
  'emailChanged',
])
export type AuditKind = z.infer<typeof auditKindSchema>

/** Who did what, when and from where: written once, changed never. */
export const auditEntrySchema = z.object({
  kind: auditKindSchema,
  by: z.string(),
  byName: z.string(),
  /** Whom or what it was done to, in words that outlive the document: a name, an address. */
  subject: z.string(),
  details: z.record(z.string(), z.string()),
  address: z.string(),
  at: momentSchema,
})
export type AuditEntry = z.infer<typeof auditEntrySchema>
