import { randomBytes } from 'node:crypto'
import type { UserId } from '#shared/domain/ids.ts'
import { DAY_MS, HOUR_MS } from '#shared/domain/time.ts'
import type { User } from '#shared/domain/user.ts'
import { emailConfirmation } from '#functions/mail/letters/emailConfirmation.ts'
import { queueMail } from '#functions/mail/queueMail.ts'
import { hashToken } from '#functions/platform/hashToken.ts'
import type { Counters } from '#functions/signIn/countAttempt.ts'
import { readCounters } from '#functions/signIn/countAttempt.ts'
import type { StoreTransaction } from '#functions/store/store.ts'

const TOKEN_LIFE_MS = 7 * DAY_MS
const TOKEN_BYTES = 32

/** Letters go to addresses nobody has proven yet: few, or we would pester strangers. */
const BY_PERSON = { name: 'letters of confirmation', max: 5, windowMs: HOUR_MS }
/** From whomever. */
const TO_ADDRESS = { name: 'letters of confirmation to address', max: 10, windowMs: DAY_MS }

/** Within a transaction, among its reads: whether one more letter may go, and what counts it. */
export function readConfirmationCounters(
  unit: StoreTransaction,
  userId: UserId,
  email: string,
  now: number,
): Promise<Counters> {
  const attempts = [
    { limit: BY_PERSON, who: userId },
    { limit: TO_ADDRESS, who: email },
  ]
  return readCounters(unit, attempts, now)
}

/**
 * Within a transaction, after its reads: `email` waits for its confirmation, and a letter asks for that.
 * Links to other addresses open nothing from then on.
 */
export function sendEmailConfirmation(
  unit: StoreTransaction,
  userId: UserId,
  { email, locale }: Pick<User, 'email' | 'locale'>,
  now: number,
): void {
  const token = randomBytes(TOKEN_BYTES).toString('base64url')
  const expiresAt = now + TOKEN_LIFE_MS
  unit.create(['emailTokens', { tokenHash: hashToken(token) }], { userId, email, expiresAt })
  const waiting = { pendingEmail: email, pendingEmailSentAt: now, pendingEmailUndelivered: false }
  unit.update(['users', { userId }], waiting)
  queueMail(unit, emailConfirmation({ to: email, token }, locale), now, { kind: 'emailConfirmation', userId })
}
