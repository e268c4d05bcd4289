import type { CompanyId, InvitationId } from '#shared/domain/ids.ts'
import type { Actor } from '#functions/audit/auditEntry.ts'
import { writeAudit } from '#functions/audit/auditEntry.ts'
import type { StoreTransaction } from '#functions/store/store.ts'

export interface SentInvitation {
  readonly companyId: CompanyId
  readonly invitationId: InvitationId
  readonly email: string
}

/** Within a transaction, after its reads. */
export function writeRevocation(
  unit: StoreTransaction,
  { companyId, invitationId, email }: SentInvitation,
  actor: Actor,
  now: number,
): void {
  unit.update(['invitations', { companyId, invitationId }], { state: 'revoked' })
  writeAudit(unit, companyId, { kind: 'invitationRevoked', ...actor, subject: email }, now)
}
