import { DomainError } from '#shared/domain/DomainError.ts'
import type { UserId } from '#shared/domain/ids.ts'
import type { User } from '#shared/domain/user.ts'
import { contendedTransaction } from '#functions/store/contendedTransaction.ts'
import { membershipsOf } from './membershipsOf.ts'

/** Writes name and position with every copy of them. Messages and audit keep the name of their time. */
export function changeProfile(userId: UserId, { name, about }: Pick<User, 'name' | 'about'>): Promise<void> {
  return contendedTransaction(async (unit) => {
    const [user, referral] = await unit.getAll(['users', { userId }], ['referrals', { userId }])
    if (!user) throw new DomainError('notFound')
    if (user.name === name && user.about === about) return
    const memberships = await membershipsOf(unit, userId, user)
    unit.update(['users', { userId }], { name, about })
    for (const place of memberships) unit.update(place, { name, about })
    if (referral) unit.update(['referrals', { userId }], { name })
  })
}
