/**
 * `closed`: no such company, or not ours: which of the two is nobody's business.
 * `removed`: we were in and are no longer.
 */
export type CompanyAccess = 'loading' | 'open' | 'closed' | 'removed'

/** `undefined`: not yet known; `null`: absent or refused. */
export interface AccessKnown {
  readonly member: object | null | undefined
  readonly company: object | null | undefined
  /** What the person's own account says; `undefined` while it cannot be read. */
  readonly belongs: boolean | undefined
}

/**
 * What documents say about our access. Refusals alone remove nobody: a sign-in that was ended elsewhere is refused
 * everything, the account too, and will be over in a moment.
 */
export function companyAccess(
  before: CompanyAccess,
  { member, company, belongs }: AccessKnown,
): CompanyAccess {
  if (member && company) return 'open'
  const isRefused = member === null || company === null
  if (before === 'open' || before === 'removed') return isRefused && belongs === false ? 'removed' : before
  const isKnown = [member, company, belongs].every((each) => each !== undefined)
  return isKnown ? 'closed' : 'loading'
}
