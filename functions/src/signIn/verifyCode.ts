import { DomainError } from '#shared/domain/DomainError.ts'
import type { UserId } from '#shared/domain/ids.ts'
import { userIdSchema } from '#shared/domain/ids.ts'
import { equalSecrets } from '#functions/platform/equalSecrets.ts'
import { publicIdOf, randomId } from '#functions/platform/hashId.ts'
import { customToken } from '#functions/store/customToken.ts'
import { transaction } from '#functions/store/store.ts'
import { hashCode } from './requestCode.ts'

const MAX_ATTEMPTS = 5

type Guess = { readonly phone: string } | { readonly wrong: true; readonly left: number }

/** Trades a code for a custom token. A code works once; a session allows five guesses, however many come at once. */
export async function verifyCode(sessionId: string, code: string, now = Date.now()) {
  const guess = await checkGuess(sessionId, code, now)
  if ('wrong' in guess) throw new DomainError('codeWrong', { left: guess.left })
  const { userId, isRegistered } = await findOrMakeUser(guess.phone, now)
  return { customToken: await customToken(userId), isRegistered }
}

function checkGuess(sessionId: string, code: string, now: number): Promise<Guess> {
  const place = ['authSessions', { sessionId }] as const
  return transaction(async (unit): Promise<Guess> => {
    const session = await unit.get(...place)
    if (!session || session.usedAt !== null || session.expiresAt <= now) throw new DomainError('codeExpired')
    if (session.attempts >= MAX_ATTEMPTS) throw new DomainError('tooManyAttempts', { minutes: 5 })
    const attempts = session.attempts + 1
    const isRight = equalSecrets(hashCode(sessionId, code), session.codeHash)
    unit.update(place, { attempts, ...(isRight && { usedAt: now }) })
    return isRight ? { phone: session.phone } : { wrong: true, left: MAX_ATTEMPTS - attempts }
  })
}

function findOrMakeUser(phone: string, now: number): Promise<{ userId: UserId; isRegistered: boolean }> {
  const phoneDigits = phone.slice(1)
  return transaction(async (unit) => {
    const known = await unit.get('userPhones', { phoneDigits })
    const user = known && (await unit.get('users', { userId: known.userId }))
    if (known && user) return { userId: known.userId, isRegistered: user.companyIds.length > 0 }
    const userId = userIdSchema.parse(randomId())
    unit.create(['userPhones', { phoneDigits }], { userId })
    unit.create(['users', { userId }], {
      name: '',
      phone,
      locale: 'ru',
      companyIds: [],
      publicId: publicIdOf(`users/${userId}`),
      createdAt: now,
    })
    return { userId, isRegistered: false }
  })
}
