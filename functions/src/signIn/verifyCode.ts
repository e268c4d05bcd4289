import type * as z from 'zod/mini'
import type { verifyCodeContract } from '#shared/api/signIn.ts'
import { askForEmailCode } from './askForEmailCode.ts'
import { changePhone } from './changePhone.ts'
import { enter } from './enter.ts'
import { newAfterAbsence } from './newAfterAbsence.ts'
import { deviceKeyOf } from './recogniseDevice.ts'
import { useCode } from './useCode.ts'

export type CodeGuess = z.infer<typeof verifyCodeContract.request>

/**
 * Trades a code for a custom token, or for the wish for a second code. A code works once; a session allows five
 * guesses. In a session that was begun for it the person moves to the number first.
 */
export function verifyCode(guess: CodeGuess, address: string, now = Date.now()) {
  const { sessionId, code, deviceId, deviceLabel } = guess
  const deviceKey = deviceKeyOf(deviceId)
  return useCode({ sessionId, way: 'sms', code, deviceKey, address }, now, async (session) => {
    const { phone, locale, changesPhoneOf, createdAt } = session
    const entry = { sessionId, phone, locale, deviceKey, deviceLabel, address }
    if (changesPhoneOf !== '') return changePhone(changesPhoneOf, entry, createdAt, now)
    const doubtful = await newAfterAbsence(phone, deviceKey, now)
    return doubtful?.user.email ? askForEmailCode(entry, doubtful.user, now) : enter(entry, now)
  })
}
