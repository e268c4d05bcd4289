import { DomainError } from '#shared/domain/DomainError.ts'
import type { UserId } from '#shared/domain/ids.ts'
import { HOUR_MS } from '#shared/domain/time.ts'
import type { User } from '#shared/domain/user.ts'
import { contendedTransaction } from '#functions/store/contendedTransaction.ts'
import { countAttempt } from '#functions/signIn/countAttempt.ts'
import type { StoreTransaction } from '#functions/store/store.ts'
import { auditInCompanies } from './auditInCompanies.ts'
import { emailHash } from './emailHash.ts'
import { sendEmailConfirmation } from './sendEmailConfirmation.ts'

/** Letters go to addresses nobody has proven yet: five an hour, or we would pester strangers. */
const LETTERS = { name: 'letters of confirmation', max: 5, windowMs: HOUR_MS }

/** Who changes his address, and from where. */
export interface EmailChange {
  readonly userId: UserId
  readonly email: string
  readonly address: string
}

/**
 * Takes a new address, which counts once its letter is answered; '' takes the address away, his own stops
 * what was under way. Whether somebody else has the address shows only to who can read its letters.
 */
export async function changeEmail(change: EmailChange, now = Date.now()): Promise<void> {
  const { userId, email } = change
  if (email !== '') await countAttempt(LETTERS, userId, now)
  await contendedTransaction(async (unit) => {
    const user = await unit.get('users', { userId })
    if (!user) throw new DomainError('notFound')
    if (email === '') forgetEmail(unit, user, change, now)
    else if (email === user.email) unit.update(['users', { userId }], { pendingEmail: '' })
    else sendEmailConfirmation(unit, userId, { ...user, email }, now)
  })
}

/** A new letter for the address that waits; the earlier ones stay good. Throws `notFound` where none does. */
export async function resendEmailConfirmation(userId: UserId, now = Date.now()): Promise<void> {
  await countAttempt(LETTERS, userId, now)
  await contendedTransaction(async (unit) => {
    const user = await unit.get('users', { userId })
    if (!user || user.pendingEmail === '') throw new DomainError('notFound')
    sendEmailConfirmation(unit, userId, { ...user, email: user.pendingEmail }, now)
  })
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
