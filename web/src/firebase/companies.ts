import type { Company } from '#shared/domain/company.ts'
import type { CompanyId, UserId, TeamId } from '#shared/domain/ids.ts'
import type { Member, Role, Visibility } from '#shared/domain/member.ts'
import { watchCompany, watchMember } from './membership.ts'
import { isPresent } from './readDocuments.ts'
import type { DocumentListener } from './watchDocument.ts'

/** A company a person belongs to, and what he is there. */
export interface OwnCompany {
  readonly id: CompanyId
  readonly name: string
  readonly hidden: boolean
  /** An IANA name. */
  readonly timeZone: string
  readonly role: Role
  readonly visibility: Visibility
  readonly teamIds: readonly TeamId[]
}

/** `undefined`: not yet known. */
interface Known {
  readonly company?: Company | null
  readonly member?: Member | null
}

interface CompaniesListener {
  onChanged(companies: readonly OwnCompany[]): void
  /** Something that was seen before is not any more. */
  onRefused(): void
}

/** As soon as all are known, in the order given; what may not be seen is left out. */
export function followOwnCompanies(
  userId: UserId,
  companyIds: readonly CompanyId[],
  { onChanged, onRefused }: CompaniesListener,
): () => void {
  const known = new Map<CompanyId, Known>()

  function tell(): void {
    const all = companyIds.map((id) => toOwnCompany(id, known.get(id) ?? {}))
    const answered = all.filter((each) => each !== undefined)
    if (answered.length === all.length) onChanged(answered.filter(isPresent))
  }

  function follow<Part extends keyof Known>(
    id: CompanyId,
    part: Part,
  ): DocumentListener<NonNullable<Known[Part]>> {
    return {
      next(value) {
        const before = known.get(id) ?? {}
        // What is refused now was ours before: whether he is out of it stands in his account.
        known.set(id, { ...before, [part]: value ?? before[part] ?? null })
        tell()
        if (value === null && before[part]) onRefused()
      },
      // It is asked again, until there is an answer.
      failed: () => undefined,
    }
  }

  const stops = companyIds.flatMap((id) => [
    watchCompany(id, follow(id, 'company')),
    watchMember(id, userId, follow(id, 'member')),
  ])
  if (companyIds.length === 0) tell()
  return () => {
    for (const stop of stops) stop()
  }
}

function toOwnCompany(id: CompanyId, { company, member }: Known): OwnCompany | null | undefined {
  if (company === undefined || member === undefined) return undefined
  if (!company || !member) return null
  const { name, hidden, timeZone } = company
  const { role, visibility, teamIds } = member
  return { id, name, hidden, timeZone, role, visibility, teamIds }
}
