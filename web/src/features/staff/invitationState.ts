import type { Invitation, InvitationState } from '#shared/domain/invitation.ts'

/** What is shown: an invitation whose time is over says so, though nobody has written it down. */
export function invitationState(
  { state, expiresAt, undelivered }: Pick<Invitation, 'state' | 'expiresAt' | 'undelivered'>,
  now: number,
): InvitationState | 'expired' | 'undelivered' {
  if (state !== 'sent') return state
  if (undelivered) return 'undelivered'
  return expiresAt <= now ? 'expired' : 'sent'
}
