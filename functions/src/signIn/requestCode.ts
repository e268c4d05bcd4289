import { randomBytes } from 'node:crypto'
import type * as z from 'zod/mini'
import type { requestCodeContract } from '#shared/api/signIn.ts'
import { DomainError } from '#shared/domain/DomainError.ts'
import { DAY_MS, HOUR_MS, MINUTE_MS } from '#shared/domain/time.ts'
import type { CaptchaSolution } from '#functions/captcha/captcha.ts'
import { captcha } from '#functions/captcha/captcha.ts'
import { config } from '#functions/platform/config.ts'
import { sendCode } from '#functions/sms/sendCode.ts'
import type { StoreTransaction } from '#functions/store/store.ts'
import { contendedTransaction } from '#functions/store/contendedTransaction.ts'
import type { Attempt } from './countAttempt.ts'
import { readCounters } from './countAttempt.ts'
import { isCountryAllowed } from './isCountryAllowed.ts'
import { hashCode, newCode } from './oneTimeCode.ts'
import { deviceKeyOf, recogniseDevice } from './recogniseDevice.ts'

export type CodeRequest = z.infer<typeof requestCodeContract.request>

const CODE_LIFE_MS = 5 * MINUTE_MS
const RESEND_AFTER_MS = MINUTE_MS

const PER_PHONE = { name: 'codes per phone', max: 5, windowMs: 15 * MINUTE_MS }
const PER_PHONE_AND_DAY = { name: 'codes per phone and day', max: 10, windowMs: DAY_MS }
const PER_ADDRESS = { name: 'codes per address', windowMs: HOUR_MS }
const PER_ADDRESS_AND_DAY = { name: 'codes per address and day', windowMs: DAY_MS }
const IN_ALL = 'codes in all'
const TO_STRANGERS = 'codes to strangers'

interface Asked {
  readonly sessionId: string
  readonly code: string
  readonly solution: CaptchaSolution
  readonly address: string
  readonly now: number
}

/**
 * Sends a one-time code by SMS. Nothing is counted, kept or sent for a refused CAPTCHA; known and unknown numbers
 * cost the same reads and writes.
 */
export async function requestCode(request: CodeRequest, address: string, now = Date.now()) {
  if (!isCountryAllowed(request.phone)) throw new DomainError('countryRefused')
  const solution = await captcha().accept(request.captcha, address)
  const asked = { sessionId: randomBytes(32).toString('hex'), code: newCode(), solution, address, now }
  const refusal = await contendedTransaction((unit) => admit(unit, request, asked))
  if (refusal) throw refusal
  await sendCode({ phone: request.phone, code: asked.code, locale: request.locale, address })
  return { sessionId: asked.sessionId, resendAt: now + RESEND_AFTER_MS }
}

/** Gives the refusal rather than throwing it: the solution is spent all the same. */
async function admit(
  unit: StoreTransaction,
  request: CodeRequest,
  asked: Asked,
): Promise<DomainError | undefined> {
  const { solution, now } = asked
  const place = ['captchaSolutions', { solutionHash: solution.id }] as const
  if (await unit.get(...place)) throw new DomainError('captchaRefused')
  const changesPhoneOf = await readPhoneChange(unit, request, now)
  const counters = await readCounters(unit, await attemptsOf(unit, request, asked), now)
  unit.create(place, { expiresAt: solution.expiresAt })
  if (changesPhoneOf === undefined) return new DomainError('codeExpired')
  if (counters.reached) return refusalBy(counters.reached)
  counters.count()
  keepSession(unit, request, asked, changesPhoneOf)
  return undefined
}

/** Whose number shall change, '' for a sign-in, undefined where the change is no longer open. */
async function readPhoneChange(
  unit: StoreTransaction,
  { phone, phoneChange }: CodeRequest,
  now: number,
): Promise<string | undefined> {
  if (phoneChange === undefined) return ''
  const change = await unit.get('authSessions', { sessionId: phoneChange })
  if (!change?.changesPhoneOf || change.codeHash !== '') return undefined
  const user = await unit.get('users', { userId: change.changesPhoneOf })
  const isOpen = user && change.createdAt >= user.sessionsValidAfterAt && change.expiresAt > now
  return isOpen && change.phone === phone ? change.changesPhoneOf : undefined
}

/**
 * What a code counts against. A browser its owner has signed in with before has limits of its own: whoever else
 * uses up those of his number, or of his address, does not lock him out.
 */
async function attemptsOf(
  unit: StoreTransaction,
  { phone, deviceId = '', phoneChange }: CodeRequest,
  { address }: Asked,
): Promise<Attempt[]> {
  const deviceKey = deviceId && deviceKeyOf(deviceId)
  const { userId, device } = await recogniseDevice(unit, phone, deviceKey)
  const own = device ? ` ${deviceKey}` : ''
  const whoseAddress = device ? `${phone}${own}` : address
  const isStranger = userId === undefined && phoneChange === undefined
  const perHour = config.smsPerHour()
  const perAddress = config.codesPerAddress()
  return [
    { limit: { ...PER_ADDRESS, max: perAddress }, who: whoseAddress },
    { limit: { ...PER_ADDRESS_AND_DAY, max: 3 * perAddress }, who: whoseAddress },
    { limit: PER_PHONE, who: `${phone}${own}` },
    { limit: PER_PHONE_AND_DAY, who: `${phone}${own}` },
    { limit: { name: IN_ALL, max: perHour, windowMs: HOUR_MS }, who: '' },
    {
      limit: { name: TO_STRANGERS, max: Math.floor(perHour / 2), windowMs: HOUR_MS },
      who: '',
      weight: isStranger ? 1 : 0,
    },
  ]
}

function refusalBy({ limit, minutes }: { limit: { name: string }; minutes: number }): DomainError {
  const isBudget = limit.name === IN_ALL || limit.name === TO_STRANGERS
  return isBudget ? new DomainError('smsUnavailable') : new DomainError('tooManyAttempts', { minutes })
}

function keepSession(
  unit: StoreTransaction,
  { phone, locale }: CodeRequest,
  { sessionId, code, now }: Asked,
  changesPhoneOf: string,
): void {
  unit.create(['authSessions', { sessionId }], {
    phone,
    locale,
    codeHash: hashCode(sessionId, 'sms', code),
    attempts: 0,
    usedAt: null,
    changesPhoneOf,
    createdAt: now,
    expiresAt: now + CODE_LIFE_MS,
  })
}
