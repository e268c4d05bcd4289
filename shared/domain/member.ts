import * as z from 'zod/mini'
import { teamIdSchema } from './ids.ts'
import { MINUTE_MS, momentSchema } from './time.ts'

export const roleSchema = z.enum(['admin', 'operator'])
export type Role = z.infer<typeof roleSchema>

/**
 * Which conversations, and whose contacts, a member sees: all; those of his teams, of no team, and his own;
 * or his own and those nobody has. Admins see all whatever stands here.
 */
export const visibilitySchema = z.enum(['all', 'team', 'own'])
export type Visibility = z.infer<typeof visibilitySchema>

/** A person inside a company. The document is the authority on what he may do there. */
export const memberSchema = z.object({
  role: roleSchema,
  name: z.string(),
  about: z._default(z.string(), ''),
  avatar: z._default(z.string(), ''),
  teamIds: z._default(z.array(teamIdSchema), []),
  visibility: z._default(visibilitySchema, 'all'),
  /** Sign-ins older than this are refused ("sign out everywhere"). */
  sessionsValidAfterAt: momentSchema,
  createdAt: momentSchema,
})
export type Member = z.infer<typeof memberSchema>

/** When a member's page was last open; a document of its own, so that it wakes nobody. */
export const memberActivitySchema = z.object({ lastSeenAt: momentSchema })
export type MemberActivity = z.infer<typeof memberActivitySchema>

/** How often an open page tells that it is. */
export const SEEN_EVERY_MS = MINUTE_MS

/** Who was seen within this is online: one telling may be lost. */
export const ONLINE_FOR_MS = 2 * SEEN_EVERY_MS

/** Firestore's `in` takes 30 values; one of them means "no team". */
export const TEAMS_PER_MEMBER_MAX = 20

/** An admin may do all an operator may. */
export function hasRole(member: Pick<Member, 'role'>, needed: Role): boolean {
  return member.role === 'admin' || member.role === needed
}
