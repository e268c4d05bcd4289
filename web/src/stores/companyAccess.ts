/**
 * `closed`: no such company, or not ours: which of the two is nobody's business.
 * `removed`: we were in and are no longer.
 */
export type CompanyAccess = 'loading' | 'open' | 'closed' | 'removed'

/** What two documents say about our access: `undefined` not yet known, `null` absent or refused. */
export function companyAccess(
  before: CompanyAccess,
  member: object | null | undefined,
  company: object | null | undefined,
): CompanyAccess {
  if (member && company) return 'open'
  const isRefused = member === null || company === null
  if (before === 'open' || before === 'removed') return isRefused ? 'removed' : before
  return member !== undefined && company !== undefined ? 'closed' : 'loading'
}
