import { DomainError } from '#shared/domain/DomainError.ts'
import type { UserId } from '#shared/domain/ids.ts'
import { auditInCompanies } from '#functions/account/auditInCompanies.ts'
import { revokeRefreshTokens } from '#functions/store/revokeRefreshTokens.ts'
import { contendedTransaction } from '#functions/store/contendedTransaction.ts'
import { endSignIns } from './endSignIns.ts'

/** Ends all of a person's sign-ins, this one too; open listeners end with their tokens. */
export async function signOutEverywhere(
  userId: UserId,
  address: string,
  now = Date.now(),
): Promise<Record<string, never>> {
  await contendedTransaction(async (unit) => {
    const user = await unit.get('users', { userId })
    if (!user) throw new DomainError('notFound')
    // Asked for many times at once, it is done by one of them.
    if (user.sessionsValidAfterAt >= now) return
    await endSignIns(unit, userId, user, now)
    const deed = {
      kind: 'signedOutEverywhere',
      by: userId,
      byName: user.name,
      subject: user.name,
      address,
    } as const
    auditInCompanies(unit, user.companyIds, deed, now)
  })
  await revokeRefreshTokens(userId)
  return {}
}
