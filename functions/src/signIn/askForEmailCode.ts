import { MINUTE_MS } from '#shared/domain/time.ts'
import type { User } from '#shared/domain/user.ts'
import { emailCode } from '#functions/mail/letters/emailCode.ts'
import { queueMail } from '#functions/mail/queueMail.ts'
import { transaction } from '#functions/store/store.ts'
import type { Entry } from './enter.ts'
import { hashCode, newCode } from './oneTimeCode.ts'

/** Letters take longer than texts. */
const LIFE_MS = 15 * MINUTE_MS

/** Sends a second code to the person's confirmed address; his session waits for it. */
export async function askForEmailCode(
  { sessionId, locale, deviceKey }: Entry,
  { email }: Pick<User, 'email'>,
  now: number,
) {
  const code = newCode()
  await transaction((unit) => {
    unit.update(['authSessions', { sessionId }], {
      emailCodeHash: hashCode(sessionId, 'email', code),
      deviceId: deviceKey,
      expiresAt: now + LIFE_MS,
    })
    queueMail(unit, emailCode({ to: email, code }, locale), now)
    return Promise.resolve()
  })
  return { step: 'emailCode' as const, emailHint: emailHint(email) }
}

/** «о•••@example.ru»: its owner knows it again, nobody else learns it. */
export function emailHint(email: string): string {
  const [first = ''] = email
  return `${first}•••${email.slice(email.lastIndexOf('@'))}`
}
