import { randomBytes } from 'node:crypto'
import { DomainError } from '#shared/domain/DomainError.ts'
import type { UserId } from '#shared/domain/ids.ts'
import { HOUR_MS, MINUTE_MS } from '#shared/domain/time.ts'
import { countAttempt } from '#functions/signIn/countAttempt.ts'
import { get, set } from '#functions/store/store.ts'
import { demandRecentSignIn } from './demandRecentSignIn.ts'

const LIFE_MS = 15 * MINUTE_MS

/** Few enough that nobody learns by it which of many numbers have accounts. */
const PER_PERSON = { name: 'phone changes per person', max: 5, windowMs: HOUR_MS }

/**
 * Notes which number a person wants to move to; asking for a code by what this gives, and that code, does it.
 * Throws `signInTooOld`, `phoneTaken` or `tooManyAttempts`.
 */
export async function beginPhoneChange(
  userId: UserId,
  phone: string,
  signedInAt: number,
  now = Date.now(),
): Promise<{ phoneChange: string }> {
  demandRecentSignIn(signedInAt, now)
  await countAttempt(PER_PERSON, userId, now)
  if (await get('userPhones', { phoneDigits: phone.slice(1) })) throw new DomainError('phoneTaken')
  const sessionId = randomBytes(32).toString('hex')
  await set(['authSessions', { sessionId }], {
    phone,
    // Matches no code: only the session that is begun from this one has one.
    codeHash: '',
    attempts: 0,
    usedAt: null,
    changesPhoneOf: userId,
    createdAt: now,
    expiresAt: now + LIFE_MS,
  })
  return { phoneChange: sessionId }
}
