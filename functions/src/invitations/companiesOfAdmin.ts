import { DomainError } from '#shared/domain/DomainError.ts'
import type { CompanyId, UserId } from '#shared/domain/ids.ts'
import { get } from '#functions/store/store.ts'
import { readMember } from '#functions/members/readMember.ts'

export interface NamedCompany {
  readonly companyId: CompanyId
  readonly name: string
}

/** The named companies, each once. Throws `notFound` unless the person is an admin of every one of them. */
export async function companiesOfAdmin(
  companyIds: readonly CompanyId[],
  userId: UserId,
): Promise<NamedCompany[]> {
  return Promise.all(
    [...new Set(companyIds)].map(async (companyId) => {
      const [member, company] = await Promise.all([
        readMember(companyId, userId),
        get('companies', { companyId }),
      ])
      if (member?.role !== 'admin' || !company) throw new DomainError('notFound')
      return { companyId, name: company.name }
    }),
  )
}
