import { randomBytes } from 'node:crypto'
import type { UserId } from '#shared/domain/ids.ts'
import { DAY_MS } from '#shared/domain/time.ts'
import type { User } from '#shared/domain/user.ts'
import { emailConfirmation } from '#functions/mail/letters/emailConfirmation.ts'
import { queueMail } from '#functions/mail/queueMail.ts'
import { hashToken } from '#functions/platform/hashToken.ts'
import type { StoreTransaction } from '#functions/store/store.ts'

const TOKEN_LIFE_MS = 7 * DAY_MS
const TOKEN_BYTES = 32

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
  unit.update(['users', { userId }], { pendingEmail: email })
  queueMail(unit, emailConfirmation({ to: email, token }, locale), now)
}
