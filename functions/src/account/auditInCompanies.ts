import type { CompanyId } from '#shared/domain/ids.ts'
import { writeAudit } from '#functions/audit/auditEntry.ts'
import type { NewAuditEntry } from '#functions/audit/auditEntry.ts'
import type { StoreTransaction } from '#functions/store/store.ts'

/** What a person did with his account concerns every company he works in. */
export function auditInCompanies(
  unit: StoreTransaction,
  companyIds: readonly CompanyId[],
  entry: NewAuditEntry,
  now: number,
): void {
  for (const companyId of companyIds) writeAudit(unit, companyId, entry, now)
}
