import { DomainError } from '#shared/domain/DomainError.ts'
import type { CompanyId, InvitationId } from '#shared/domain/ids.ts'
import type { Invitation } from '#shared/domain/invitation.ts'
import type { DocumentOf } from '#shared/firestore/collections.ts'
import { hashToken } from '#functions/platform/hashToken.ts'
import type { StoreTransaction } from '#functions/store/store.ts'

/** One company a link leads into. */
export interface OpenInvitation {
  readonly companyId: CompanyId
  readonly invitation: Invitation
}

/**
 * What a link stands for: where it still opens, and where it has been used. It opens nothing where the inviter is no
 * admin any more, even if its revocation has been missed.
 */
export interface FollowedLink {
  readonly email: string
  readonly invitationId: InvitationId
  readonly open: readonly OpenInvitation[]
  readonly used: readonly OpenInvitation[]
  /** Why it opens nothing, where it opens nothing. */
  readonly refusal: DomainError
}

/** Within a transaction, among its reads. Throws `notFound` for a link that was never sent. */
export async function followLink(unit: StoreTransaction, token: string, now: number): Promise<FollowedLink> {
  const known = await unit.get('invitationTokens', { tokenHash: hashToken(token) })
  if (!known) throw new DomainError('notFound')
  const { email, invitationId } = known
  const its = await invitationsOf(unit, known)
  const used = its.filter(({ invitation }) => invitation.state === 'accepted')
  const sent = its.filter(({ invitation }) => invitation.state === 'sent' && known.expiresAt > now)
  const open = sent.filter(({ isVouchedFor }) => isVouchedFor)
  const isRevoked = open.length < sent.length || its.some(({ invitation }) => invitation.state === 'revoked')
  const refusal = used.length > 0 ? 'invitationUsed' : isRevoked ? 'invitationRevoked' : 'invitationExpired'
  return { email, invitationId, open, used, refusal: new DomainError(refusal) }
}

interface FoundInvitation extends OpenInvitation {
  /** Whoever asked is an admin there still: one who was removed must not come back by a letter to himself. */
  readonly isVouchedFor: boolean
}

/** A later letter has taken the invitation over: it bears another `expiresAt`, and this link counts as expired. */
async function invitationsOf(
  unit: StoreTransaction,
  { invitationId, companyIds, expiresAt }: DocumentOf<'invitationTokens'>,
): Promise<FoundInvitation[]> {
  const found = await Promise.all(
    companyIds.map(async (companyId) => {
      const invitation = await unit.get('invitations', { companyId, invitationId })
      if (invitation?.expiresAt !== expiresAt) return []
      const inviter = await unit.get('members', { companyId, userId: invitation.invitedBy })
      return [{ companyId, invitation, isVouchedFor: inviter?.role === 'admin' }]
    }),
  )
  return found.flat()
}
