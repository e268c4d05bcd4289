import { DomainError } from '#shared/domain/DomainError.ts'
import type { DocumentOf } from '#shared/firestore/collections.ts'
import { update } from '#functions/store/store.ts'
import type { Guess } from './checkGuess.ts'
import { checkGuess } from './checkGuess.ts'

type AuthSession = DocumentOf<'authSessions'>

/**
 * Does what a right code opens. Where that fails by no fault of the person's, the code is good again, for as many
 * guesses as its session has left. Throws like `checkGuess`.
 */
export async function useCode<Result>(
  guess: Guess,
  now: number,
  open: (session: AuthSession) => Promise<Result>,
): Promise<Result> {
  const session = await checkGuess(guess, now)
  try {
    return await open(session)
  } catch (error) {
    if (!(error instanceof DomainError)) await giveBack(guess, session)
    throw error
  }
}

function giveBack({ sessionId, way }: Guess, { emailCodeHash }: AuthSession): Promise<void> {
  return update(['authSessions', { sessionId }], way === 'sms' ? { usedAt: null } : { emailCodeHash })
}
