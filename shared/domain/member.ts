import * as z from 'zod/mini'
import { momentSchema } from './time.ts'

export const roleSchema = z.enum(['admin', 'operator'])
export type Role = z.infer<typeof roleSchema>

/** A person inside a company. The document is the authority on what he may do there. */
export const memberSchema = z.object({
  role: roleSchema,
  name: z.string(),
  /** Sign-ins older than this are refused ("sign out everywhere"). */
  sessionsValidAfterAt: momentSchema,
  createdAt: momentSchema,
})
export type Member = z.infer<typeof memberSchema>

/** An admin may do all an operator may. */
export function hasRole(member: Pick<Member, 'role'>, needed: Role): boolean {
  return member.role === 'admin' || member.role === needed
}
