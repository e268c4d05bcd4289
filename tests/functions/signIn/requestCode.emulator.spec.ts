import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { cost } from '#functions/store/cost.ts'
import { firestore } from '#functions/store/firestore.ts'
import { get, set, update } from '#functions/store/store.ts'
import { DomainError } from '#shared/domain/DomainError.ts'
import { DAY_MS, HOUR_MS, MINUTE_MS } from '#shared/domain/time.ts'
import { aDevice } from '#tests/builders/aDevice.ts'
import { aUser } from '#tests/builders/aUser.ts'
import { NOON } from '#tests/builders/moments.ts'
import { deviceKeyOf } from '#functions/signIn/recogniseDevice.ts'
import { beginPhoneChange } from '#functions/account/beginPhoneChange.ts'
import { addPerson, countIn, olga } from '../account/person.ts'
import { useEmulatorProject } from '../emulatorProject.ts'
import { refusalOf } from '../refusalOf.ts'
import type { SmsSimulator } from '../smsSimulator.ts'
import { startSms } from '../smsSimulator.ts'
import { solvedCaptcha } from '../solvedCaptcha.ts'
import {
  DEVICE,
  OTHER_DEVICE,
  OTHER_PHONE,
  PHONE,
  addressNumber,
  ask,
  everythingStored,
  phoneNumber,
} from './signInSteps.ts'

const project = useEmulatorProject('codes')
let sms: SmsSimulator

beforeAll(async () => {
  sms = await startSms()
})
beforeEach(() => Promise.all([project.clear(), sms.reset()]))
afterEach(() => {
  delete process.env['SMS_PER_HOUR']
})
afterAll(async () => {
  await sms.close()
  await project.close()
})

/** Olga has an account with this number, and signs in with one browser. */
async function addOwner(phone = PHONE): Promise<void> {
  await set(['userPhones', { phoneDigits: phone.slice(1) }], { userId: olga })
  await set(['users', { userId: olga }], aUser({ phone, companyIds: [] }))
  await set(['devices', { userId: olga, deviceId: deviceKeyOf(DEVICE) }], aDevice())
}

/** What was refused without a reason a page could word. */
function strange(results: readonly PromiseSettledResult<unknown>[]): unknown[] {
  const reasons = results.flatMap((each) => (each.status === 'rejected' ? [each.reason as unknown] : []))
  return reasons.filter((reason) => !(reason instanceof DomainError))
}

describe('a code', () => {
  it('comes to the phone that asked for it, first of all words', async () => {
    await ask()
    const [message] = await sms.received(PHONE)
    expect(message?.text).toMatch(/^\d{6} — код для входа в Пакт\. Никому его не сообщайте\.$/)
  })

  it('comes in English to those who read English', async () => {
    await ask({ locale: 'en' })
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
    await ask()
    const stored = await everythingStored('authSessions', 'rateLimits', 'captchaSolutions')
    expect(stored).toContain(PHONE)
    expect(stored).not.toContain(await sms.newestCode(PHONE))
  })

  it('lives five minutes; another may be asked for after one', async () => {
    const { sessionId, resendAt } = await ask()
    expect(resendAt).toBe(NOON + MINUTE_MS)
    expect(await get('authSessions', { sessionId })).toMatchObject({
      phone: PHONE,
      locale: 'ru',
      attempts: 0,
      usedAt: null,
      changesPhoneOf: '',
      expiresAt: NOON + 5 * MINUTE_MS,
    })
  })
})

describe('the CAPTCHA', () => {
  it('lets one solution through once', async () => {
    const captcha = await solvedCaptcha()
    await ask({ captcha })
    expect(await refusalOf(ask({ captcha, phone: OTHER_PHONE }))).toEqual({ code: 'captchaRefused' })
    expect(await sms.received(OTHER_PHONE)).toEqual([])
  })

  it('lets one solution through once also when it is handed in fifty times at once', async () => {
    const captcha = await solvedCaptcha()
    const results = await Promise.allSettled(
      Array.from({ length: 50 }, (_, at) => ask({ captcha, phone: phoneNumber(at) })),
    )
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(await sms.all()).toHaveLength(1)
    expect(strange(results)).toEqual([])
  })

  it('is spent also by a request that a limit refuses', async () => {
    for (let at = 0; at < 5; at++) await ask()
    const captcha = await solvedCaptcha()
    expect(await refusalOf(ask({ captcha }))).toMatchObject({ code: 'tooManyAttempts' })
    expect(await refusalOf(ask({ captcha, phone: OTHER_PHONE }))).toEqual({ code: 'captchaRefused' })
  })

  it('refused, costs nothing: no limit, no session, no text', async () => {
    for (const captcha of ['', 'bm9uZQ==', (await solvedCaptcha()).slice(0, -8)]) {
      expect(await refusalOf(ask({ captcha }))).toEqual({ code: 'captchaRefused' })
    }
    expect([await countIn('rateLimits'), await countIn('authSessions'), await sms.all()]).toEqual([0, 0, []])
  })
})

describe('the limit', () => {
  it('of a phone is five codes in a quarter of an hour, from wherever they are asked', async () => {
    for (let at = 0; at < 5; at++) await ask({ address: addressNumber(at) })
    expect(await refusalOf(ask({ address: '192.0.2.9', now: NOON + MINUTE_MS }))).toEqual({
      code: 'tooManyAttempts',
      minutes: 14,
    })
    expect(await sms.received(PHONE)).toHaveLength(5)
    await ask({ address: '192.0.2.9', now: NOON + 15 * MINUTE_MS })
    expect(await sms.received(PHONE)).toHaveLength(6)
  })

  it('of a phone is ten codes a day', async () => {
    for (let at = 0; at < 10; at++) {
      await ask({ address: addressNumber(at), now: NOON + Math.floor(at / 5) * 15 * MINUTE_MS })
    }
    expect(await refusalOf(ask({ now: NOON + HOUR_MS }))).toEqual({
      code: 'tooManyAttempts',
      minutes: 23 * 60,
    })
    await ask({ now: NOON + DAY_MS })
  })

  it('of a phone holds when all ask at once', async () => {
    const results = await Promise.allSettled(
      Array.from({ length: 50 }, (_, at) => ask({ address: addressNumber(at) })),
    )
    const sent = results.filter(({ status }) => status === 'fulfilled')
    expect(sent.length).toBeGreaterThan(0)
    expect(sent.length).toBeLessThanOrEqual(5)
    expect(await sms.received(PHONE)).toHaveLength(sent.length)
    expect(strange(results)).toEqual([])
  })

  it('of a phone leaves other phones alone', async () => {
    for (let at = 0; at < 5; at++) await ask()
    await ask({ phone: OTHER_PHONE })
    expect(await sms.received(OTHER_PHONE)).toHaveLength(1)
  })

  it('of an address is twenty codes in an hour, for whatever phones', async () => {
    for (let at = 0; at < 20; at++) await ask({ phone: phoneNumber(at) })
    expect(await refusalOf(ask({ phone: phoneNumber(20) }))).toEqual({ code: 'tooManyAttempts', minutes: 60 })
    expect(await sms.received(phoneNumber(20))).toEqual([])
    await ask({ phone: phoneNumber(20), address: '192.0.2.9' })
    await ask({ phone: phoneNumber(21), now: NOON + HOUR_MS })
  })

  it('of an address is sixty codes a day', async () => {
    for (let at = 0; at < 60; at++) {
      await ask({ phone: phoneNumber(at), now: NOON + Math.floor(at / 20) * HOUR_MS })
    }
    expect(await refusalOf(ask({ phone: phoneNumber(60), now: NOON + 3 * HOUR_MS }))).toMatchObject({
      code: 'tooManyAttempts',
    })
  })

  it('that refuses leaves the others as they were', async () => {
    for (let at = 0; at < 5; at++) await ask()
    const before = await everythingStored('rateLimits')
    await refusalOf(ask())
    expect(await everythingStored('rateLimits')).toBe(before)
  })
})

describe('pumping from many addresses to many numbers', () => {
  beforeEach(() => {
    process.env['SMS_PER_HOUR'] = '8'
  })

  const pump = async (count: number) => {
    for (let at = 0; at < count; at++) {
      await refusalOf(ask({ phone: phoneNumber(at), address: addressNumber(at) })).catch(() => undefined)
    }
  }

  it('ends at half the hour’s budget', async () => {
    await pump(12)
    expect(await sms.all()).toHaveLength(4)
    expect(await refusalOf(ask({ phone: OTHER_PHONE }))).toEqual({ code: 'smsUnavailable' })
  })

  it('keeps the other half for numbers that are known', async () => {
    await addOwner()
    await pump(12)
    await ask()
    expect(await sms.received(PHONE)).toHaveLength(1)
  })

  it('ends at the whole budget for known numbers too, until the hour is over', async () => {
    for (let at = 0; at < 10; at++) {
      await set(['userPhones', { phoneDigits: phoneNumber(at).slice(1) }], { userId: olga })
    }
    await set(['users', { userId: olga }], aUser())
    await pump(10)
    expect(await sms.all()).toHaveLength(8)
    await ask({ phone: phoneNumber(9), now: NOON + HOUR_MS })
  })

  it('to countries that are not ours sends nothing, and solves no CAPTCHA', async () => {
    expect(await refusalOf(ask({ phone: '+12025550123', captcha: '' }))).toEqual({ code: 'countryRefused' })
    expect(await refusalOf(ask({ phone: '+9999999999', captcha: '' }))).toEqual({ code: 'countryRefused' })
    expect(await countIn('rateLimits')).toBe(0)
  })
})

describe('known and unknown numbers', () => {
  const costOf = async (phone: string, deviceId?: string) => {
    const before = { ...cost }
    const answer = await ask({ phone, ...(deviceId && { deviceId }) })
    return {
      reads: cost.reads - before.reads,
      writes: cost.writes - before.writes,
      keys: Object.keys(answer),
      resendAt: answer.resendAt,
    }
  }

  it('get the same answer for the same reads and writes', async () => {
    await addOwner(OTHER_PHONE)
    const unknown = await costOf(PHONE)
    expect(unknown).toEqual(await costOf(OTHER_PHONE))
    expect(unknown).toEqual(await costOf(OTHER_PHONE, DEVICE))
    expect(unknown).toEqual(await costOf(PHONE, OTHER_DEVICE))
    expect(unknown.writes).toBeGreaterThan(0)
  })
})

describe('locking somebody out', () => {
  const exhaust = async () => {
    for (let at = 0; at < 10; at++) {
      await ask({ address: addressNumber(at), now: NOON - (at < 5 ? 20 * MINUTE_MS : 0) })
    }
  }

  it('by asking for code after code does not keep an owner from his own browser', async () => {
    await addOwner()
    await exhaust()
    expect(await refusalOf(ask({ deviceId: OTHER_DEVICE }))).toMatchObject({ code: 'tooManyAttempts' })
    await ask({ deviceId: DEVICE })
  })

  it('by using up his address does not either', async () => {
    await addOwner()
    for (let at = 0; at < 20; at++) await ask({ phone: phoneNumber(at) })
    await ask({ deviceId: DEVICE })
  })

  it('is not undone by a browser its owner has signed out of everywhere', async () => {
    await addOwner()
    await exhaust()
    await update(['users', { userId: olga }], { sessionsValidAfterAt: NOON + 1 })
    expect(await refusalOf(ask({ deviceId: DEVICE }))).toMatchObject({ code: 'tooManyAttempts' })
  })

  it('is not undone by a browser that knows another number', async () => {
    await addOwner(OTHER_PHONE)
    await exhaust()
    expect(await refusalOf(ask({ deviceId: DEVICE }))).toMatchObject({ code: 'tooManyAttempts' })
  })

  it('own browsers have their limits too', async () => {
    await addOwner()
    for (let at = 0; at < 5; at++) await ask({ deviceId: DEVICE, address: addressNumber(at) })
    expect(await refusalOf(ask({ deviceId: DEVICE }))).toMatchObject({ code: 'tooManyAttempts' })
  })
})

describe('a code for another number', () => {
  const begin = (phone = OTHER_PHONE) => beginPhoneChange(olga, phone, NOON, NOON)

  beforeEach(() => addPerson(olga, { phone: PHONE }))

  it('begins a session that changes the number', async () => {
    const { phoneChange } = await begin()
    const { sessionId } = await ask({ phone: OTHER_PHONE, phoneChange })
    expect(await get('authSessions', { sessionId })).toMatchObject({
      phone: OTHER_PHONE,
      changesPhoneOf: olga,
    })
  })

  it('is refused for a number that was not said before', async () => {
    const { phoneChange } = await begin()
    expect(await refusalOf(ask({ phone: phoneNumber(1), phoneChange }))).toEqual({ code: 'codeExpired' })
  })

  it('is refused once it is too late, or was never begun', async () => {
    const { phoneChange } = await begin()
    const late = ask({ phone: OTHER_PHONE, phoneChange, now: NOON + 15 * MINUTE_MS })
    expect(await refusalOf(late)).toEqual({ code: 'codeExpired' })
    const never = ask({ phone: OTHER_PHONE, phoneChange: 'f'.repeat(64) })
    expect(await refusalOf(never)).toEqual({ code: 'codeExpired' })
  })

  it('is refused by the session of a sign-in', async () => {
    const { sessionId } = await ask({ phone: OTHER_PHONE })
    expect(await refusalOf(ask({ phone: OTHER_PHONE, phoneChange: sessionId }))).toEqual({
      code: 'codeExpired',
    })
  })

  it('is refused to who has signed out everywhere since', async () => {
    const { phoneChange } = await begin()
    await update(['users', { userId: olga }], { sessionsValidAfterAt: NOON + 1 })
    expect(await refusalOf(ask({ phone: OTHER_PHONE, phoneChange }))).toEqual({ code: 'codeExpired' })
  })
})

describe('a gateway that refuses', () => {
  it('is told without a word of its own, and without the number', async () => {
    await sms.fault('outOfMoney')
    await sms.fault('outOfMoney', 'smsc')
    expect(await refusalOf(ask())).toEqual({ code: 'smsUnavailable' })
  })

  it('leaves a session whose code nobody knows', async () => {
    await sms.refuse(202)
    expect(await refusalOf(ask())).toEqual({ code: 'smsUnavailable' })
    expect((await firestore().collection('authSessions').get()).size).toBe(1)
    expect(await sms.all()).toEqual([])
  })
})
