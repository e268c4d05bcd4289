import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { requestCode } from '#functions/signIn/requestCode.ts'
import { firestore } from '#functions/store/firestore.ts'
import { get } from '#functions/store/store.ts'
import { HOUR_MS, MINUTE_MS } from '#shared/domain/time.ts'
import { ProviderError } from '#shared/provider/ProviderError.ts'
import { NOON } from '#tests/builders/moments.ts'
import { useEmulatorProject } from '../emulatorProject.ts'
import { refusalOf } from '../refusalOf.ts'
import type { SmsSimulator } from '../smsSimulator.ts'
import { startSms } from '../smsSimulator.ts'

const PHONE = '+79000000142'
const project = useEmulatorProject('codes')
let sms: SmsSimulator

beforeAll(async () => {
  sms = await startSms(5950)
})
beforeEach(() => Promise.all([project.clear(), sms.reset()]))
afterAll(async () => {
  await sms.close()
  await project.close()
})

const ask = (phone = PHONE, address = '203.0.113.7', now = NOON) => requestCode(phone, 'ru', address, now)
const phoneNumber = (at: number) => `+7900000${String(1000 + at)}`

describe('a code', () => {
  it('comes to the phone that asked for it', async () => {
    await ask()
    const [message] = await sms.received(PHONE)
    expect(message?.code).toMatch(/^\d{6}$/)
    expect(message?.text).toBe(`${String(message?.code)} — код для входа в Пакт. Никому его не сообщайте.`)
  })

  it('comes in English to those who read English', async () => {
    await requestCode(PHONE, 'en', '203.0.113.7', NOON)
    expect((await sms.received(PHONE))[0]?.text).toMatch(
      /^\d{6} is your Pact sign-in code\. Do not share it\.$/,
    )
  })

  it('is another one each time, in a session of its own', async () => {
    const first = await ask()
    const second = await ask()
    expect(first.sessionId).not.toBe(second.sessionId)
    expect(first.sessionId).toMatch(/^[a-f0-9]{64}$/)
    const [newer, older] = await sms.received(PHONE)
    expect(newer?.code).not.toBe(older?.code)
  })

  it('is kept nowhere as it is', async () => {
    const { sessionId } = await ask()
    const stored = await firestore().doc(`authSessions/${sessionId}`).get()
    expect(JSON.stringify(stored.data())).not.toContain(await sms.newestCode(PHONE))
  })

  it('lives five minutes; another may be asked for after one', async () => {
    const { sessionId, resendAt } = await ask()
    expect(resendAt).toBe(NOON + MINUTE_MS)
    expect(await get('authSessions', { sessionId })).toMatchObject({
      phone: PHONE,
      attempts: 0,
      usedAt: null,
      expiresAt: NOON + 5 * MINUTE_MS,
    })
  })
})

describe('the limit', () => {
  it('of a phone is five codes in a quarter of an hour, from wherever they are asked', async () => {
    for (let at = 0; at < 5; at++) await ask(PHONE, `203.0.113.${String(at)}`)
    expect(await refusalOf(ask(PHONE, '198.51.100.1', NOON + MINUTE_MS))).toEqual({
      code: 'tooManyAttempts',
      minutes: 14,
    })
    expect(await sms.received(PHONE)).toHaveLength(5)
    await ask(PHONE, '198.51.100.1', NOON + 15 * MINUTE_MS)
    expect(await sms.received(PHONE)).toHaveLength(6)
  })

  it('of a phone holds when all ask at once', async () => {
    const results = await Promise.allSettled(
      Array.from({ length: 12 }, (_, at) => ask(PHONE, `203.0.113.${String(at)}`)),
    )
    expect(results.filter(({ status }) => status === 'fulfilled').length).toBeLessThanOrEqual(5)
    expect((await sms.received(PHONE)).length).toBeLessThanOrEqual(5)
  })

  it('of a phone leaves other phones alone', async () => {
    for (let at = 0; at < 5; at++) await ask()
    await ask('+79000000143')
    expect(await sms.received('+79000000143')).toHaveLength(1)
  })

  it('of an address is thirty codes in an hour, for whatever phones', async () => {
    for (let at = 0; at < 30; at++) await ask(phoneNumber(at))
    expect(await refusalOf(ask(phoneNumber(30)))).toEqual({ code: 'tooManyAttempts', minutes: 60 })
    expect(await sms.received(phoneNumber(30))).toEqual([])
    await ask(phoneNumber(30), '198.51.100.1')
    await ask(phoneNumber(31), '203.0.113.7', NOON + HOUR_MS)
  })
})

describe('a gateway that refuses', () => {
  it('is told as such, without the number', async () => {
    await sms.refuse(201)
    const error = await ask().catch((refusal: unknown) => refusal)
    expect(error).toBeInstanceOf(ProviderError)
    expect(String(error)).toBe('ProviderError: rejected: SMS.ru 201')
  })

  it('for one number is told as well', async () => {
    await sms.refuse(207)
    await expect(ask()).rejects.toThrow('SMS.ru 207')
  })
})
