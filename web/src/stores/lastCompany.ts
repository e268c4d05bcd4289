import { companyIdSchema } from '#shared/domain/ids.ts'
import type { CompanyId } from '#shared/domain/ids.ts'

const STORED = 'pact.company'

/** The company this browser worked in last. */
export function lastCompany(): CompanyId | null {
  const stored = companyIdSchema.safeParse(localStorage.getItem(STORED))
  return stored.success ? stored.data : null
}

export function rememberCompany(companyId: CompanyId): void {
  localStorage.setItem(STORED, companyId)
}
