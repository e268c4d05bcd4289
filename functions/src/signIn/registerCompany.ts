import { DomainError } from '#shared/domain/DomainError.ts'
import type { CompanyId, UserId } from '#shared/domain/ids.ts'
import { companyIdSchema } from '#shared/domain/ids.ts'
import { publicIdOf, randomId } from '#functions/platform/hashId.ts'
import { added } from '#functions/store/firestore.ts'
import { transaction } from '#functions/store/store.ts'

/** Makes a company; who asked for it becomes its admin. */
export function registerCompany(
  userId: UserId,
  personName: string,
  companyName: string,
  now = Date.now(),
): Promise<{ companyId: CompanyId }> {
  const companyId = companyIdSchema.parse(randomId())
  const publicId = publicIdOf(`companies/${companyId}`)
  return transaction(async (unit) => {
    const user = await unit.get('users', { userId })
    if (!user) throw new DomainError('notFound')
    const name = user.name || personName
    unit.create(['publicIds', { publicIdKey: `company-${String(publicId)}` }], {
      path: `companies/${companyId}`,
    })
    unit.create(['companies', { companyId }], {
      name: companyName,
      phone: '',
      description: '',
      publicId,
      createdAt: now,
    })
    unit.create(['members', { companyId, userId }], {
      role: 'admin',
      name,
      sessionsValidAfterAt: 0,
      createdAt: now,
    })
    unit.update(['users', { userId }], { name, companyIds: added(companyId) })
    return { companyId }
  })
}
