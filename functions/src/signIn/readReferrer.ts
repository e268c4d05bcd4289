import type { UserId } from '#shared/domain/ids.ts'
import type { User } from '#shared/domain/user.ts'
import type { StoreTransaction } from '#functions/store/store.ts'

/**
 * Reads whose link brought a person here, and gives what notes it; undefined where no link did, where he came
 * before, or where the link is his own.
 */
export async function readReferrer(
  unit: StoreTransaction,
  userId: UserId,
  { companyIds }: Pick<User, 'companyIds'>,
  referralCode: string | undefined,
): Promise<((name: string, now: number) => void) | undefined> {
  // What is no document id would name another place.
  if (!referralCode || !/^[A-Za-z0-9_-]+$/.test(referralCode) || companyIds.length > 0) return undefined
  const secretsPlace = ['userSecrets', { userId, document: 'referral' }] as const
  const referralPlace = ['referrals', { userId }] as const
  const [referrer, secrets, referral] = await unit.getAll(
    ['referralCodes', { referralCode }],
    secretsPlace,
    referralPlace,
  )
  if (!referrer || referrer.userId === userId || referral) return undefined
  return (name, now) => {
    unit.set(secretsPlace, { ...secrets, referredBy: referrer.userId })
    unit.create(referralPlace, { referrerId: referrer.userId, name, createdAt: now })
  }
}
