import { DomainError } from '#shared/domain/DomainError.ts'
import type { CompanyId, InvitationId } from '#shared/domain/ids.ts'
import type { Actor } from '#functions/audit/auditEntry.ts'
import { contendedTransaction } from '#functions/store/contendedTransaction.ts'
import { writeRevocation } from './writeRevocation.ts'

interface Revoking {
  readonly companyId: CompanyId
  readonly invitationId: InvitationId
}

/** The link opens this company no more; others of the same letter stay open. Throws `notFound` or `invitationUsed`. */
export function revokeInvitation(revoking: Revoking, actor: Actor, now = Date.now()): Promise<void> {
  return contendedTransaction(async (unit) => {
    const invitation = await unit.get('invitations', revoking)
    if (!invitation) throw new DomainError('notFound')
    if (invitation.state === 'accepted') throw new DomainError('invitationUsed')
    if (invitation.state === 'revoked') return
    writeRevocation(unit, { ...revoking, email: invitation.email }, actor, now)
  })
}
