import { DomainError } from '#shared/domain/DomainError.ts'
import type { UserId } from '#shared/domain/ids.ts'
import type { User } from '#shared/domain/user.ts'
import { hashToken } from '#functions/platform/hashToken.ts'
import { contendedTransaction } from '#functions/store/contendedTransaction.ts'
import type { StoreTransaction } from '#functions/store/store.ts'
import { auditInCompanies } from './auditInCompanies.ts'
import { emailHash } from './emailHash.ts'

/**
 * What the letter's button does; pressed again, it says the same. Throws `notFound` when the link is none or
 * another address was taken since, `codeExpired`, or `emailTaken` when another account has proven it first.
 */
export function confirmEmail(token: string, address: string, now = Date.now()): Promise<{ email: string }> {
  return contendedTransaction(async (unit) => {
    const { userId, email, expiresAt } = await readToken(unit, token)
    const place = ['userEmails', { emailHash: emailHash(email) }] as const
    const [user, owner] = await unit.getAll(['users', { userId }], place)
    if (user?.email === email) return { email }
    if (user?.pendingEmail !== email) throw new DomainError('notFound')
    if (expiresAt <= now) throw new DomainError('codeExpired')
    if (owner) throw new DomainError('emailTaken')
    unit.create(place, { userId })
    moveTo(unit, userId, user)
    const deed = { kind: 'emailChanged', by: userId, byName: user.name, subject: user.name } as const
    auditInCompanies(unit, user.companyIds, { ...deed, address }, now)
    return { email }
  })
}

async function readToken(unit: StoreTransaction, token: string) {
  const known = await unit.get('emailTokens', { tokenHash: hashToken(token) })
  if (!known) throw new DomainError('notFound')
  return known
}

function moveTo(unit: StoreTransaction, userId: UserId, { email, pendingEmail }: User): void {
  if (email !== '') unit.delete('userEmails', { emailHash: emailHash(email) })
  unit.update(['users', { userId }], { email: pendingEmail, pendingEmail: '' })
}
