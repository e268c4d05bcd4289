import type { CompanyId, UserId } from '#shared/domain/ids.ts'
import type { Member } from '#shared/domain/member.ts'
import { get } from '#functions/store/store.ts'

/** The document that says what a person may do in a company; undefined for who is no member. */
export function readMember(companyId: CompanyId, userId: UserId): Promise<Member | undefined> {
  return get('members', { companyId, userId })
}
