import { DomainError } from '#shared/domain/DomainError.ts'
import type { UserId } from '#shared/domain/ids.ts'
import { userIdSchema } from '#shared/domain/ids.ts'
import type { User } from '#shared/domain/user.ts'
import { auditInCompanies } from '#functions/account/auditInCompanies.ts'
import { revokeRefreshTokens } from '#functions/store/revokeRefreshTokens.ts'
import type { StoreTransaction } from '#functions/store/store.ts'
import { transaction } from '#functions/store/store.ts'
import { endSignIns } from './endSignIns.ts'
import type { Entry } from './enter.ts'
import { keepDevice } from './enter.ts'
import type { SignedIn } from './tokenFor.ts'
import { tokenFor } from './tokenFor.ts'

/**
 * Moves a person to the number he has just proved, ends all earlier sign-ins, and signs him in.
 * Throws `phoneTaken`; `codeExpired` where he has ended all sign-ins since he asked for the code.
 */
export async function changePhone(id: string, entry: Entry, askedAt: number, now: number): Promise<SignedIn> {
  const userId = userIdSchema.parse(id)
  const user = await transaction((unit) => move(unit, userId, entry, askedAt, now))
  await revokeRefreshTokens(userId)
  return tokenFor({ ...user, userId, sessionsValidAfterAt: now })
}

async function move(
  unit: StoreTransaction,
  userId: UserId,
  entry: Entry,
  askedAt: number,
  now: number,
): Promise<User> {
  const { phone, address } = entry
  const user = await unit.get('users', { userId })
  if (!user || askedAt < user.sessionsValidAfterAt) throw new DomainError('codeExpired')
  const [place, former] = [placeOf(phone), placeOf(user.phone)]
  const [holder, formerHolder] = await unit.getAll(place, former)
  if (holder && holder.userId !== userId) throw new DomainError('phoneTaken')
  await endSignIns(unit, userId, user, now)
  if (formerHolder?.userId === userId) unit.delete(...former)
  unit.set(place, { userId })
  unit.update(['users', { userId }], { phone })
  keepDevice(unit, userId, entry, now)
  const deed = { kind: 'phoneChanged', by: userId, byName: user.name, subject: user.name, address } as const
  auditInCompanies(unit, user.companyIds, deed, now)
  return user
}

function placeOf(phone: string) {
  return ['userPhones', { phoneDigits: phone.slice(1) }] as const
}
