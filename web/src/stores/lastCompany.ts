import { companyIdSchema } from '#shared/domain/ids.ts'
import type { CompanyId } from '#shared/domain/ids.ts'

const STORED = 'pact.company'

/** «Все компании»; no company's id is that short. */
const ALL = 'all'

/** The company this browser worked in last, or all of them. */
export function lastCompany(): CompanyId | 'all' | null {
  const stored = localStorage.getItem(STORED)
  return stored === ALL ? ALL : (companyIdSchema.safeParse(stored).data ?? null)
}

export function rememberCompany(companyId: CompanyId | 'all'): void {
  localStorage.setItem(STORED, companyId)
}
