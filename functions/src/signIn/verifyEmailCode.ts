import type * as z from 'zod/mini'
import type { verifyEmailCodeContract } from '#shared/api/signIn.ts'
import { enter } from './enter.ts'
import type { SignedIn } from './tokenFor.ts'
import { useCode } from './useCode.ts'

export type EmailCodeGuess = z.infer<typeof verifyEmailCodeContract.request>

/** The second code, from the letter, after that from the phone. */
export function verifyEmailCode(
  { sessionId, code, deviceLabel }: EmailCodeGuess,
  address: string,
  now = Date.now(),
): Promise<SignedIn> {
  const guess = { sessionId, way: 'email', code, deviceKey: '', address } as const
  return useCode(guess, now, ({ phone, locale, deviceId: deviceKey }) =>
    enter({ sessionId, phone, locale, deviceKey, deviceLabel, address }, now),
  )
}
