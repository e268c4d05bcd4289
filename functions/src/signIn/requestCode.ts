import { createHmac, randomBytes, randomInt } from 'node:crypto'
import { CODE_LENGTH } from '#shared/api/signIn.ts'
import type { Locale } from '#shared/domain/user.ts'
import { HOUR_MS, MINUTE_MS } from '#shared/domain/time.ts'
import { codesKey } from '#functions/platform/config.ts'
import { set } from '#functions/store/store.ts'
import { countAttempt } from './countAttempt.ts'
import { sendSms } from './sendSms.ts'

const CODE_LIFE_MS = 5 * MINUTE_MS
const RESEND_AFTER_MS = MINUTE_MS

const PER_PHONE = { name: 'codes per phone', max: 5, windowMs: 15 * MINUTE_MS }
const PER_ADDRESS = { name: 'codes per address', max: 30, windowMs: HOUR_MS }

/** What SMS may cost an hour at the most, whoever asks from wherever. */
const IN_ALL = { name: 'codes in all', max: 1000, windowMs: HOUR_MS }

const TEXT: Record<Locale, (code: string) => string> = {
  ru: (code) => `${code} — код для входа в Пакт. Никому его не сообщайте.`,
  en: (code) => `${code} is your Pact sign-in code. Do not share it.`,
}

/** Bound to its session: a code asked for by one browser opens nothing in another. */
export function hashCode(sessionId: string, code: string): string {
  return createHmac('sha256', Buffer.from(codesKey.value(), 'base64'))
    .update(`${sessionId}:${code}`)
    .digest('hex')
}

/** Sends a one-time code by SMS. Known and unknown numbers are treated alike. */
export async function requestCode(phone: string, locale: Locale, address: string, now = Date.now()) {
  await countAttempt(PER_ADDRESS, address, now)
  await countAttempt(PER_PHONE, phone, now)
  await countAttempt(IN_ALL, '', now)
  const sessionId = randomBytes(32).toString('hex')
  const code = String(randomInt(10 ** CODE_LENGTH)).padStart(CODE_LENGTH, '0')
  await set(['authSessions', { sessionId }], {
    phone,
    codeHash: hashCode(sessionId, code),
    attempts: 0,
    usedAt: null,
    createdAt: now,
    expiresAt: now + CODE_LIFE_MS,
  })
  await sendSms(phone, TEXT[locale](code))
  return { sessionId, resendAt: now + RESEND_AFTER_MS }
}
