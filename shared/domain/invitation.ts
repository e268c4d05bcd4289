import * as z from 'zod/mini'
import { companyIdSchema } from './ids.ts'
import { roleSchema } from './member.ts'
import { momentSchema } from './time.ts'

/** `expired` is never stored: it follows from `expiresAt`. */
export const invitationStateSchema = z.enum(['sent', 'accepted', 'revoked'])
export type InvitationState = z.infer<typeof invitationStateSchema>

/** One address asked into one company. The link's token is stored nowhere, its hash elsewhere. */
export const invitationSchema = z.object({
  email: z.string(),
  role: roleSchema,
  state: invitationStateSchema,
  /** All companies the same letter asks into, this one among them. */
  companyIds: z.array(companyIdSchema),
  companyNames: z.array(z.string()),
  invitedBy: z.string(),
  invitedByName: z.string(),
  sentAt: momentSchema,
  /** The letter was given up; another may be sent. */
  undelivered: z._default(z.boolean(), false),
  expiresAt: momentSchema,
  acceptedBy: z._default(z.string(), ''),
})
export type Invitation = z.infer<typeof invitationSchema>
