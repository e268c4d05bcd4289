import type * as z from 'zod/mini'
import type { verifyEmailCodeContract } from '#shared/api/signIn.ts'
import { checkGuess } from './checkGuess.ts'
import { enter } from './enter.ts'
import type { SignedIn } from './tokenFor.ts'

export type EmailCodeGuess = z.infer<typeof verifyEmailCodeContract.request>

/** The second code, from the letter, after that from the phone. */
export async function verifyEmailCode(
  { sessionId, code, deviceLabel }: EmailCodeGuess,
  address: string,
  now = Date.now(),
): Promise<SignedIn> {
  const session = await checkGuess({ sessionId, way: 'email', code, deviceKey: '', address }, now)
  const { phone, locale, deviceId: deviceKey } = session
  return enter({ sessionId, phone, locale, deviceKey, deviceLabel, address }, now)
}
