import * as z from 'zod/mini'
import { requestCode } from '#functions/signIn/requestCode.ts'
import { verifyCode } from '#functions/signIn/verifyCode.ts'
import { firestore } from '#functions/store/firestore.ts'
import { userIdSchema } from '#shared/domain/ids.ts'
import type { UserId } from '#shared/domain/ids.ts'
import { MINUTE_MS } from '#shared/domain/time.ts'
import { NOON } from '#tests/builders/moments.ts'
import type { SmsSimulator } from '../smsSimulator.ts'
import { solvedCaptcha } from '../solvedCaptcha.ts'

export const PHONE = '+79000000142'
export const OTHER_PHONE = '+79000000143'
export const ADDRESS = '203.0.113.7'
export const DEVICE = 'the-browser-at-home'
export const OTHER_DEVICE = 'a-browser-elsewhere'

/** The n-th of many numbers, or addresses. */
export const phoneNumber = (at: number) => `+7900000${String(1000 + at)}`
export const addressNumber = (at: number) => `198.51.${String(Math.floor(at / 250))}.${String(at % 250)}`

export interface Asking {
  readonly phone?: string
  readonly address?: string
  readonly now?: number
  readonly locale?: 'ru' | 'en'
  readonly captcha?: string
  readonly deviceId?: string
  readonly phoneChange?: string
}

/** Asks for a code, with a CAPTCHA solved for it. */
export async function ask({ phone = PHONE, address = ADDRESS, now = NOON, ...given }: Asking = {}) {
  const captcha = given.captcha ?? (await solvedCaptcha())
  return requestCode({ phone, locale: 'ru', ...given, captcha }, address, now)
}

export interface Asked {
  readonly sessionId: string
  readonly code: string
}

export async function askedCode(sms: SmsSimulator, asking: Asking = {}): Promise<Asked> {
  const { sessionId } = await ask(asking)
  return { sessionId, code: await sms.newestCode(asking.phone ?? PHONE) }
}

export interface Verifying {
  readonly now?: number
  readonly address?: string
  readonly deviceId?: string
}

export function verify({ sessionId, code }: Asked, verifying: Verifying = {}) {
  const { now = NOON + MINUTE_MS, address = ADDRESS, deviceId = DEVICE } = verifying
  return verifyCode({ sessionId, code, deviceId, deviceLabel: 'Chrome, Windows' }, address, now)
}

/** A code that is not this one. */
export const wrong = (code: string, by = 1) => String((Number(code) + by) % 1_000_000).padStart(6, '0')

const payloadSchema = z.object({ uid: userIdSchema })

/** Whom a custom token signs in. */
export function uidIn(answer: { step: string; customToken?: string }): UserId {
  const [, payload = ''] = (answer.customToken ?? '').split('.')
  return payloadSchema.parse(JSON.parse(Buffer.from(payload, 'base64url').toString('utf8'))).uid
}

export async function signIn(sms: SmsSimulator, asking: Asking = {}, verifying: Verifying = {}) {
  const now = verifying.now ?? (asking.now ?? NOON) + MINUTE_MS
  const answer = await verify(await askedCode(sms, asking), { ...verifying, now })
  return { ...answer, userId: uidIn(answer) }
}

/** Everything there is, as text: where no secret may be found. */
export async function everythingStored(...collections: string[]): Promise<string> {
  const lists = await Promise.all(collections.map((name) => firestore().collectionGroup(name).get()))
  const documents = lists.flatMap(({ docs }) => docs)
  return JSON.stringify(documents.map((document) => [document.ref.path, document.data()]))
}
