import { DomainError } from '#shared/domain/DomainError.ts'
import type { CompanyId, InvitationId, UserId } from '#shared/domain/ids.ts'
import type { Invitation } from '#shared/domain/invitation.ts'
import { SECOND_MS } from '#shared/domain/time.ts'
import type { Locale } from '#shared/domain/user.ts'
import { contendedTransaction } from '#functions/store/contendedTransaction.ts'
import type { StoreTransaction } from '#functions/store/store.ts'
import { countLetters, letterLimits } from './countLetters.ts'
import type { Inviter } from './inviteMembers.ts'
import { isSentWithin } from './isSentWithin.ts'
import type { InvitingCompany } from './sendInvitation.ts'
import { sendInvitation } from './sendInvitation.ts'

/** Asked twice in one breath (a double click, a repeated call), one letter is enough. */
const SAME_BREATH_MS = 10 * SECOND_MS

interface Resending {
  readonly companyId: CompanyId
  readonly invitationId: InvitationId
  readonly locale: Locale
}

/**
 * A new letter with a new link, for this company and those of the first letter that the person is an admin of
 * and where nothing has come of it yet; false when one went out a moment ago. Throws `notFound`, `invitationUsed`, `invitationRevoked` or
 * `tooManyAttempts {minutes}`.
 */
export function resendInvitation(resending: Resending, inviter: Inviter, now = Date.now()): Promise<boolean> {
  const { companyId, invitationId, locale } = resending
  return contendedTransaction(async (unit) => {
    const invitation = await unit.get('invitations', { companyId, invitationId })
    if (!invitation) throw new DomainError('notFound')
    if (invitation.state === 'accepted') throw new DomainError('invitationUsed')
    if (invitation.state === 'revoked') throw new DomainError('invitationRevoked')
    const { email, role } = invitation
    if (isSentWithin(SAME_BREATH_MS, invitation, { role, by: inviter.by }, now)) return false
    const companies = await stillAsking(unit, resending, invitation, inviter.by)
    const ids = companies.map((each) => each.companyId)
    const count = await countLetters(unit, letterLimits(ids, email, inviter.by), now)
    count()
    sendInvitation(unit, { email, role, locale, companies }, inviter, now)
    return true
  })
}

async function stillAsking(
  unit: StoreTransaction,
  { companyId: own, invitationId }: Resending,
  first: Invitation,
  userId: UserId,
): Promise<InvitingCompany[]> {
  const companies = await Promise.all(
    [...new Set([own, ...first.companyIds])].map(async (companyId) => {
      const [company, member, known] = await unit.getAll<['companies', 'members', 'invitations']>(
        ['companies', { companyId }],
        ['members', { companyId, userId }],
        ['invitations', { companyId, invitationId }],
      )
      const isOfOneLetter = known?.expiresAt === first.expiresAt && known.state === 'sent'
      const isAsking = company && member?.role === 'admin' && isOfOneLetter
      return isAsking ? [{ companyId, name: company.name, known }] : []
    }),
  )
  return companies.flat()
}
