import type { Role } from '#shared/domain/member.ts'
import { transaction } from '#functions/store/store.ts'
import { followLink } from './followLink.ts'

/** What a link leads to; looking changes nothing. Throws `notFound`, `invitationUsed`, `invitationRevoked` or `invitationExpired`. */
export function readInvitation(
  token: string,
  now = Date.now(),
): Promise<{ companyNames: string[]; role: Role; invitedByName: string }> {
  return transaction(async (unit) => {
    const { open, refusal } = await followLink(unit, token, now)
    const [first] = open
    if (!first) throw refusal
    const companies = await Promise.all(open.map(({ companyId }) => unit.get('companies', { companyId })))
    const { role, invitedByName } = first.invitation
    return { companyNames: companies.flatMap((company) => company?.name ?? []), role, invitedByName }
  })
}
