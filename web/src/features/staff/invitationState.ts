import type { Invitation, InvitationState } from '#shared/domain/invitation.ts'

/** What is shown: an invitation whose time is over says so, though nobody has written it down. */
export function invitationState(
  { state, expiresAt }: Pick<Invitation, 'state' | 'expiresAt'>,
  now: number,
): InvitationState | 'expired' {
  return state === 'sent' && expiresAt <= now ? 'expired' : state
}
