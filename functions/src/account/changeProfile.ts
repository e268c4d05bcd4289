import { DomainError } from '#shared/domain/DomainError.ts'
import type { UserId } from '#shared/domain/ids.ts'
import { contendedTransaction } from '#functions/store/contendedTransaction.ts'
import { membershipsOf } from './membershipsOf.ts'

export interface ProfileChange {
  readonly name?: string | undefined
  readonly about?: string | undefined
}

/**
 * Writes name and position, whichever is named, with every copy of them. Messages and audit keep the name of their
 * time.
 */
export function changeProfile(userId: UserId, change: ProfileChange): Promise<void> {
  return contendedTransaction(async (unit) => {
    const [user, referral] = await unit.getAll(['users', { userId }], ['referrals', { userId }])
    if (!user) throw new DomainError('notFound')
    const { name = user.name, about = user.about } = change
    if (user.name === name && user.about === about) return
    const memberships = await membershipsOf(unit, userId, user)
    unit.update(['users', { userId }], { name, about })
    for (const place of memberships) unit.update(place, { name, about })
    if (referral) unit.update(['referrals', { userId }], { name })
  })
}
