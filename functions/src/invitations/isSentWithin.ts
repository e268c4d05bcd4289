import type { UserId } from '#shared/domain/ids.ts'
import type { Invitation } from '#shared/domain/invitation.ts'
import type { Role } from '#shared/domain/member.ts'

/** Whether this person has asked for the same so lately that his link need not be replaced. */
export function isSentWithin(
  time: number,
  { state, role, sentAt, invitedBy, undelivered }: Invitation,
  asked: { readonly role: Role; readonly by: UserId },
  now: number,
): boolean {
  const isSame = role === asked.role && invitedBy === asked.by
  return state === 'sent' && !undelivered && isSame && Math.abs(now - sentAt) < time
}
