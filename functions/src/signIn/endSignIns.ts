import type { UserId } from '#shared/domain/ids.ts'
import type { User } from '#shared/domain/user.ts'
import { membershipsOf } from '#functions/account/membershipsOf.ts'
import type { StoreTransaction } from '#functions/store/store.ts'

/** Ends all sign-ins before `now`: for account and every company, where rules and callables look. Reads first, then writes. */
export async function endSignIns(
  unit: StoreTransaction,
  userId: UserId,
  user: Pick<User, 'companyIds'>,
  now: number,
): Promise<void> {
  const memberships = await membershipsOf(unit, userId, user)
  unit.update(['users', { userId }], { sessionsValidAfterAt: now })
  for (const place of memberships) unit.update(place, { sessionsValidAfterAt: now })
}
