import { DomainError } from '#shared/domain/DomainError.ts'
import type { UserId } from '#shared/domain/ids.ts'
import type { User } from '#shared/domain/user.ts'
import { contendedTransaction } from '#functions/store/contendedTransaction.ts'
import type { StoreTransaction } from '#functions/store/store.ts'
import { auditInCompanies } from './auditInCompanies.ts'
import { emailHash } from './emailHash.ts'
import { readConfirmationCounters, sendEmailConfirmation } from './sendEmailConfirmation.ts'

/** Who changes his address, and from where. */
export interface EmailChange {
  readonly userId: UserId
  readonly email: string
  readonly address: string
}

/**
 * Takes a new address, which counts once its letter is answered; '' takes the address away, his own stops
 * what was under way. Whether somebody else has the address shows only to who can read its letters.
 * Throws `tooManyAttempts {minutes}`.
 */
export function changeEmail(change: EmailChange, now = Date.now()): Promise<void> {
  const { userId, email } = change
  return contendedTransaction(async (unit) => {
    const user = await unit.get('users', { userId })
    if (!user) throw new DomainError('notFound')
    if (email === '') forgetEmail(unit, user, change, now)
    else if (email === user.email) unit.update(['users', { userId }], { pendingEmail: '' })
    else await askByLetter(unit, userId, { ...user, email }, now)
  })
}

/**
 * A new letter for the address that waits; the earlier ones stay good. Throws `notFound` where none does, or
 * `tooManyAttempts {minutes}`.
 */
export function resendEmailConfirmation(userId: UserId, now = Date.now()): Promise<void> {
  return contendedTransaction(async (unit) => {
    const user = await unit.get('users', { userId })
    if (!user || user.pendingEmail === '') throw new DomainError('notFound')
    await askByLetter(unit, userId, { ...user, email: user.pendingEmail }, now)
  })
}

async function askByLetter(
  unit: StoreTransaction,
  userId: UserId,
  user: Pick<User, 'email' | 'locale'>,
  now: number,
): Promise<void> {
  const { reached, count } = await readConfirmationCounters(unit, userId, user.email, now)
  if (reached) throw new DomainError('tooManyAttempts', { minutes: reached.minutes })
  count()
  sendEmailConfirmation(unit, userId, user, now)
}

function forgetEmail(
  unit: StoreTransaction,
  user: User,
  { userId, address }: EmailChange,
  now: number,
): void {
  unit.update(['users', { userId }], { email: '', pendingEmail: '' })
  if (user.email === '') return
  unit.delete('userEmails', { emailHash: emailHash(user.email) })
  const deed = { kind: 'emailChanged', by: userId, byName: user.name, subject: user.name } as const
  auditInCompanies(unit, user.companyIds, { ...deed, address }, now)
}
