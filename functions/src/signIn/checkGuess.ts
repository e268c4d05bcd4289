import { DomainError } from '#shared/domain/DomainError.ts'
import { HOUR_MS, MINUTE_MS } from '#shared/domain/time.ts'
import type { DocumentOf } from '#shared/firestore/collections.ts'
import type { Changes, StoreTransaction } from '#functions/store/store.ts'
import { contendedTransaction } from '#functions/store/contendedTransaction.ts'
import { readCounters } from './countAttempt.ts'
import type { CodeWay } from './oneTimeCode.ts'
import { isRightCode } from './oneTimeCode.ts'
import { recogniseDevice } from './recogniseDevice.ts'

type AuthSession = DocumentOf<'authSessions'>

export interface Guess {
  readonly sessionId: string
  readonly way: CodeWay
  readonly code: string
  /** '' where the session knows it. */
  readonly deviceKey: string
  readonly address: string
}

const MAX_ATTEMPTS = 5

/** Over all sessions: whoever asks for code after code guesses no faster. */
const PER_PHONE = { name: 'wrong codes per phone', max: 15, windowMs: HOUR_MS }
/** Over all phones: one code tried against many. */
const PER_ADDRESS = { name: 'wrong codes per address', max: 30, windowMs: HOUR_MS }

/**
 * Compares a guess and gives the session it opens, once. However many come at once, a session sees five compared.
 * Throws `codeWrong {left}`, `codeExpired` or `tooManyAttempts {minutes}`.
 */
export async function checkGuess(guess: Guess, now: number): Promise<AuthSession> {
  const outcome = await contendedTransaction((unit) => compare(unit, guess, now))
  // Thrown out here: what the guess cost must be committed.
  if (outcome instanceof DomainError) throw outcome
  return outcome
}

async function compare(
  unit: StoreTransaction,
  guess: Guess,
  now: number,
): Promise<AuthSession | DomainError> {
  const { sessionId, way, code } = guess
  const place = ['authSessions', { sessionId }] as const
  const session = await unit.get(...place)
  const state = session && stateOf(session, way)
  if (!state?.isOpen || session === undefined || session.expiresAt <= now)
    throw new DomainError('codeExpired')
  if (state.attempts >= MAX_ATTEMPTS)
    throw new DomainError('tooManyAttempts', { minutes: minutesLeft(session, now) })
  const { reached, count } = await countersOf(unit, session, guess, now)
  if (reached) throw new DomainError('tooManyAttempts', { minutes: reached.minutes })
  const isRight = isRightCode(sessionId, way, code, state.codeHash)
  unit.update(place, changesBy(way, state.attempts + 1, isRight, now))
  if (isRight) return session
  count()
  return new DomainError('codeWrong', { left: MAX_ATTEMPTS - state.attempts - 1 })
}

function stateOf(session: AuthSession, way: CodeWay) {
  return way === 'sms'
    ? { isOpen: session.usedAt === null, attempts: session.attempts, codeHash: session.codeHash }
    : {
        isOpen: session.emailCodeHash !== '',
        attempts: session.emailAttempts,
        codeHash: session.emailCodeHash,
      }
}

function changesBy(way: CodeWay, attempts: number, isRight: boolean, now: number): Changes<'authSessions'> {
  return way === 'sms'
    ? { attempts, ...(isRight && { usedAt: now }) }
    : { emailAttempts: attempts, ...(isRight && { emailCodeHash: '' }) }
}

/** A browser of the person's own counts apart, as in `requestCode`: strangers' guesses do not lock him out. */
async function countersOf(unit: StoreTransaction, session: AuthSession, guess: Guess, now: number) {
  const deviceKey = guess.deviceKey || session.deviceId
  const { device } = await recogniseDevice(unit, session.phone, deviceKey)
  const own = `${session.phone} ${deviceKey}`
  const attempts = [
    { limit: PER_PHONE, who: device ? own : session.phone },
    { limit: PER_ADDRESS, who: device ? own : guess.address },
  ]
  return readCounters(unit, attempts, now)
}

function minutesLeft({ expiresAt }: AuthSession, now: number): number {
  return Math.ceil((expiresAt - now) / MINUTE_MS)
}
