import { DomainError } from '#shared/domain/DomainError.ts'
import type { CompanyId, InvitationId } from '#shared/domain/ids.ts'
import type { Actor } from '#functions/audit/auditEntry.ts'
import { writeAudit } from '#functions/audit/auditEntry.ts'
import { contendedTransaction } from '#functions/store/contendedTransaction.ts'

interface Revoking {
  readonly companyId: CompanyId
  readonly invitationId: InvitationId
}

/** The link opens this company no more; others of the same letter stay open. Throws `notFound` or `invitationUsed`. */
export function revokeInvitation(
  { companyId, invitationId }: Revoking,
  actor: Actor,
  now = Date.now(),
): Promise<void> {
  const place = ['invitations', { companyId, invitationId }] as const
  return contendedTransaction(async (unit) => {
    const invitation = await unit.get(...place)
    if (!invitation) throw new DomainError('notFound')
    if (invitation.state === 'accepted') throw new DomainError('invitationUsed')
    if (invitation.state === 'revoked') return
    unit.update(place, { state: 'revoked' })
    writeAudit(unit, companyId, { kind: 'invitationRevoked', ...actor, subject: invitation.email }, now)
  })
}
