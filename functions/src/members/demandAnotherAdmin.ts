import { DomainError } from '#shared/domain/DomainError.ts'
import type { CompanyId } from '#shared/domain/ids.ts'
import type { Member } from '#shared/domain/member.ts'
import type { StoreTransaction } from '#functions/store/store.ts'

/**
 * Within a transaction, among its reads, before an admin stops being one. Of two admins who take the role from
 * each other at once, the second one's commit fails: what this query found has changed. Throws `lastAdmin`.
 */
export async function demandAnotherAdmin(
  unit: StoreTransaction,
  companyId: CompanyId,
  { role }: Pick<Member, 'role'>,
): Promise<void> {
  if (role !== 'admin') return
  const admins = await unit.find('membersInRole', { equals: ['admin'] }, 2, { companyId })
  if (admins.length < 2) throw new DomainError('lastAdmin')
}
