import { loggedLines } from '../loggedLines.ts'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import {
  createCaptcha,
  registerCompany,
  requestCode,
  signOutEverywhere,
  verifyCode,
  verifyEmailCode,
} from '#functions/callables/signIn.ts'
import { firestore } from '#functions/store/firestore.ts'
import { get } from '#functions/store/store.ts'
import {
  createCaptchaContract,
  registerCompanyContract,
  requestCodeContract,
  signOutEverywhereContract,
} from '#shared/api/signIn.ts'
import { OURS, OUTSIDER, THEIRS, callAs, describeCallableAttacks } from '#tests/contracts/callableContract.ts'
import type { Outcome } from '#tests/contracts/callableContract.ts'
import { auditOf, countIn } from '../account/person.ts'
import { useEmulatorProject } from '../emulatorProject.ts'
import type { SmsSimulator } from '../smsSimulator.ts'
import { startSms } from '../smsSimulator.ts'
import { solvedCaptcha } from '../solvedCaptcha.ts'
import { PHONE, everythingStored } from '../signIn/signInSteps.ts'

const project = useEmulatorProject('sign-in-callables')
let sms: SmsSimulator

beforeAll(async () => {
  sms = await startSms()
})
beforeEach(() => {
  loggedLines.length = 0
})
afterEach(() => {
  expect(loggedLines.filter((line) => /callable \w+ failed/.test(line))).toEqual([])
})
afterAll(async () => {
  await sms.close()
  await project.close()
})

const arrange = () => Promise.all([project.clear(), sms.reset()])
const codesOf = (outcomes: readonly Outcome[]) => new Set(outcomes.map(({ code }) => code))
const asking = async () => ({ phone: PHONE, locale: 'ru', captcha: await solvedCaptcha() })

describeCallableAttacks(createCaptchaContract, createCaptcha, () => ({}), 'anybody', {
  arrange,
  afterFifty: async (outcomes) => {
    expect(codesOf(outcomes)).toEqual(new Set([undefined]))
    expect(await countIn('captchaSolutions')).toBe(0)
  },
})

describeCallableAttacks(requestCodeContract, requestCode, asking, 'anybody', {
  arrange,
  afterFifty: async (outcomes) => {
    expect(outcomes.filter(({ code }) => code === undefined)).toHaveLength(1)
    expect(codesOf(outcomes)).toEqual(new Set([undefined, 'captchaRefused']))
    expect(await sms.all()).toHaveLength(1)
  },
})

const founding = {
  requestKey: 'made-by-the-browser',
  phone: '8 800 555-00-77',
  description: 'Прокат',
  personName: 'Анна',
  companyName: 'Новая',
  email: 'anna@mail.example',
  timeZone: 'Asia/Omsk',
  referralCode: 'abcd2345',
}
describeCallableAttacks(registerCompanyContract, registerCompany, () => founding, 'signedIn', {
  arrange,
  afterFifty: async (outcomes) => {
    const made = outcomes.map(({ answer }) => registerCompanyContract.response.parse(answer).companyId)
    expect(new Set(made).size).toBe(1)
    // OURS and THEIRS are there already.
    expect([await countIn('companies'), await countIn('publicIds'), await countIn('mails')]).toEqual([
      3, 1, 1,
    ])
    expect(await auditOf(made[0] ?? '')).toHaveLength(1)
  },
})

describeCallableAttacks(signOutEverywhereContract, signOutEverywhere, () => ({}), 'signedIn', {
  arrange,
  afterFifty: async (outcomes) => {
    expect(codesOf(outcomes)).toContain(undefined)
    const ended = (await get('members', { companyId: THEIRS, userId: OUTSIDER }))?.sessionsValidAfterAt ?? 0
    expect(ended).toBeGreaterThan(0)
    expect((await get('members', { companyId: OURS, userId: 'admin' }))?.sessionsValidAfterAt).toBe(0)
  },
})

const guess = {
  sessionId: 'f'.repeat(64),
  code: '123456',
  deviceId: 'the-browser-at-home',
  deviceLabel: 'Chrome, Windows',
}
const { deviceId: _, ...emailGuess } = guess

describe.each([
  ['verifyCode', verifyCode, guess],
  ['verifyEmailCode', verifyEmailCode, emailGuess],
] as const)('%s', (_name, callable, valid) => {
  beforeEach(arrange)

  const codeOf = async (data: unknown) => (await callAs(callable, undefined, data)).code

  it('refuses what is no object, a key more and a key less', async () => {
    for (const data of [null, undefined, [], 'text', 7]) expect(await codeOf(data)).toBe('invalidInput')
    expect(await codeOf({ ...valid, phone: PHONE })).toBe('invalidInput')
    for (const key of Object.keys(valid)) {
      expect(await codeOf({ ...valid, [key]: undefined }), key).toBe('invalidInput')
    }
  })

  it('refuses strangers in each field', async () => {
    for (const key of Object.keys(valid)) {
      for (const strange of [[], {}, { $gt: '' }, 7, null, 'я'.repeat(70_000), ['123456']]) {
        expect(await codeOf({ ...valid, [key]: strange }), key).toBe('invalidInput')
      }
    }
  })

  it.each(['12345', '1234567', '12345a', ' 123456', '١٢٣٤٥٦', '-12345'])(
    'refuses the code %j',
    async (code) => {
      expect(await codeOf({ ...valid, code })).toBe('invalidInput')
    },
  )

  it.each(['..', 'f'.repeat(63), 'F'.repeat(64), '__proto__', `${'f'.repeat(62)}/x`])(
    'refuses the session %j',
    async (sessionId) => {
      expect(await codeOf({ ...valid, sessionId })).toBe('invalidInput')
    },
  )

  it('knows nothing of a session that was never begun, and keeps nothing of it', async () => {
    expect(await codeOf(valid)).toBe('codeExpired')
    expect(await firestore().listCollections()).toEqual([])
  })

  it('takes fifty identical calls at once, and fails none by itself', async () => {
    const outcomes = await Promise.all(Array.from({ length: 50 }, () => callAs(callable, undefined, valid)))
    expect(codesOf(outcomes)).toEqual(new Set(['codeExpired']))
  })
})

describe('session, code and token', () => {
  beforeEach(arrange)

  it('stand in no log, and in no document but that of the session', async () => {
    const asked = await callAs(requestCode, undefined, await asking())
    const { sessionId } = requestCodeContract.response.parse(asked.answer)
    const code = await sms.newestCode(PHONE)
    await callAs(verifyCode, undefined, {
      ...guess,
      sessionId,
      code: code === '000000' ? '111111' : '000000',
    })
    const entered = await callAs(verifyCode, undefined, { ...guess, sessionId, code })
    expect(entered.answer).toMatchObject({ step: 'signedIn' })
    const stored = await everythingStored('users', 'userPhones', 'devices', 'rateLimits', 'captchaSolutions')
    const seen = [...loggedLines, stored, JSON.stringify(asked).replace(sessionId, '')].join('\n')
    expect(stored).toContain(PHONE)
    for (const secret of [sessionId, code, guess.deviceId]) expect(seen).not.toContain(secret)
  })

  it('stand in no log when no gateway takes the code', async () => {
    await sms.fault('outOfMoney')
    await sms.fault('outOfMoney', 'smsc')
    const refused = await callAs(requestCode, undefined, await asking())
    expect(refused).toEqual({ status: 'failed-precondition', code: 'smsUnavailable' })
    const [session] = (await firestore().collection('authSessions').get()).docs
    expect(loggedLines.join()).toContain('SMS.ru 201')
    for (const secret of [session?.id ?? 'none', PHONE.slice(1)]) {
      expect(loggedLines.join('\n')).not.toContain(secret)
    }
  })
})
