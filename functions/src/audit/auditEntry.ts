import type { AuditKind } from '#shared/domain/auditEntry.ts'
import type { CompanyId, UserId } from '#shared/domain/ids.ts'
import { randomId } from '#functions/platform/hashId.ts'
import type { StoreTransaction } from '#functions/store/store.ts'

/** Who does something, and from where; both '' where it was nobody. */
export interface Actor {
  readonly by: UserId | ''
  readonly byName: string
  readonly address: string
}

/** What a deed says of itself. */
export interface NewAuditEntry extends Actor {
  readonly kind: AuditKind
  /** Whom or what it was done to, in words that outlive the document. */
  readonly subject: string
  readonly details?: Readonly<Record<string, string>>
}

/** Notes a deed in the company's audit, within the transaction that does it: neither without the other. */
export function writeAudit(
  unit: StoreTransaction,
  companyId: CompanyId,
  { kind, by, byName, subject, details = {}, address }: NewAuditEntry,
  now: number,
): void {
  const place = ['audit', { companyId, auditEntryId: randomId() }] as const
  unit.create(place, { kind, by, byName, subject, details: { ...details }, address, at: now })
}
