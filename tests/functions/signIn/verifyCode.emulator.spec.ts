import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { deviceKeyOf } from '#functions/signIn/recogniseDevice.ts'
import { registerCompany } from '#functions/signIn/registerCompany.ts'
import { firestore } from '#functions/store/firestore.ts'
import { get, remove, set, update } from '#functions/store/store.ts'
import { DomainError } from '#shared/domain/DomainError.ts'
import { HOUR_MS, MINUTE_MS } from '#shared/domain/time.ts'
import { documentPath } from '#shared/firestore/collections.ts'
import { aDevice } from '#tests/builders/aDevice.ts'
import { aUser } from '#tests/builders/aUser.ts'
import { NOON } from '#tests/builders/moments.ts'
import { addPerson, auditOf, bicycles, countIn, olga, skis } from '../account/person.ts'
import { useEmulatorProject } from '../emulatorProject.ts'
import { refusalOf } from '../refusalOf.ts'
import type { SmsSimulator } from '../smsSimulator.ts'
import { startSms } from '../smsSimulator.ts'
import type { Asked } from './signInSteps.ts'
import {
  ADDRESS,
  DEVICE,
  OTHER_DEVICE,
  OTHER_PHONE,
  PHONE,
  addressNumber,
  askedCode,
  phoneNumber,
  signIn,
  uidIn,
  verify,
  wrong,
} from './signInSteps.ts'

const project = useEmulatorProject('verify')
let sms: SmsSimulator

beforeAll(async () => {
  sms = await startSms()
})
beforeEach(() => Promise.all([project.clear(), sms.reset()]))
afterAll(async () => {
  await sms.close()
  await project.close()
})

const attemptsOf = async ({ sessionId }: Asked) => (await get('authSessions', { sessionId }))?.attempts
const miss = (asked: Asked, verifying: Parameters<typeof verify>[1] = {}) =>
  refusalOf(verify({ ...asked, code: wrong(asked.code) }, verifying))

describe('the right code', () => {
  it('makes a user of a new phone, who belongs to no company yet', async () => {
    const answer = await signIn(sms, { locale: 'en' })
    const { userId } = answer
    expect(answer).toMatchObject({ step: 'signedIn', isRegistered: false })
    expect(await get('users', { userId })).toMatchObject({
      phone: PHONE,
      name: '',
      locale: 'en',
      companyIds: [],
    })
    expect(await get('userPhones', { phoneDigits: '79000000142' })).toEqual({ userId })
  })

  it('signs in the same user again', async () => {
    const first = await signIn(sms)
    const second = await signIn(sms)
    expect(second.userId).toBe(first.userId)
    expect(await countIn('users')).toBe(1)
  })

  it('tells who has a company', async () => {
    const { userId } = await signIn(sms)
    const company = { requestKey: 'the-first-of-today', personName: 'Анна', companyName: 'Велосипеды' }
    await registerCompany(userId, company, ADDRESS, NOON)
    expect(await signIn(sms)).toMatchObject({ step: 'signedIn', userId, isRegistered: true })
  })

  it('of another phone signs in another user', async () => {
    expect((await signIn(sms)).userId).not.toBe((await signIn(sms, { phone: OTHER_PHONE })).userId)
  })

  it('works once', async () => {
    const asked = await askedCode(sms)
    await verify(asked)
    expect(await refusalOf(verify(asked))).toEqual({ code: 'codeExpired' })
  })

  it('works once also when it is given many times at once', async () => {
    const asked = await askedCode(sms)
    const results = await Promise.allSettled(Array.from({ length: 50 }, () => verify(asked)))
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  })

  it('works again where what it opened failed by itself, as often as it may be guessed', async () => {
    await addPerson(olga, { phone: PHONE })
    await set(['userPhones', { phoneDigits: PHONE.slice(1) }], { userId: olga })
    const place = { userId: olga, deviceId: 'unreadable' }
    await set(['devices', place], aDevice())
    await firestore().doc(documentPath('devices', place)).update({ label: 7 })
    const asked = await askedCode(sms)
    for (let at = 0; at < 4; at++) await expect(verify(asked)).rejects.not.toBeInstanceOf(DomainError)
    await remove('devices', place)
    expect(uidIn(await verify(asked))).toBe(olga)
    expect(await refusalOf(verify(asked))).toEqual({ code: 'codeExpired' })
  })

  it('works until five minutes are over', async () => {
    await verify(await askedCode(sms), { now: NOON + 5 * MINUTE_MS - 1 })
    const late = verify(await askedCode(sms), { now: NOON + 5 * MINUTE_MS })
    expect(await refusalOf(late)).toEqual({ code: 'codeExpired' })
  })

  it('leaves the browser on record, by a hash of what it calls itself', async () => {
    const { userId } = await signIn(sms)
    expect(await get('devices', { userId, deviceId: deviceKeyOf(DEVICE) })).toEqual({
      label: 'Chrome, Windows',
      address: ADDRESS,
      signedInAt: NOON + MINUTE_MS,
      lastUsedAt: NOON + MINUTE_MS,
    })
    expect(deviceKeyOf(DEVICE)).not.toContain(DEVICE)
  })

  it('is noted by every company of the person', async () => {
    await addPerson(olga, { phone: PHONE, name: 'Ольга' })
    await set(['userPhones', { phoneDigits: PHONE.slice(1) }], { userId: olga })
    await signIn(sms)
    const entry = {
      kind: 'signedIn',
      by: olga,
      byName: 'Ольга',
      subject: 'Chrome, Windows',
      address: ADDRESS,
    }
    expect([await auditOf(bicycles), await auditOf(skis)]).toMatchObject([[entry], [entry]])
  })
})

describe('two first sign-ins with one phone at once', () => {
  it('make one user', async () => {
    const both = [await askedCode(sms), await askedCode(sms)]
    const answers = await Promise.all(both.map((asked) => verify(asked)))
    expect(new Set(answers.map(uidIn)).size).toBe(1)
    expect(await countIn('users')).toBe(1)
  })
})

describe('a wrong code', () => {
  it('says how many guesses are left, and none after the fifth', async () => {
    const asked = await askedCode(sms)
    const left: unknown[] = []
    for (let at = 0; at < 5; at++) left.push(await miss(asked))
    expect(left).toEqual([4, 3, 2, 1, 0].map((each) => ({ code: 'codeWrong', left: each })))
    expect(await refusalOf(verify(asked))).toEqual({ code: 'tooManyAttempts', minutes: 4 })
    expect(await countIn('users')).toBe(0)
  })

  it('does not spoil the right one after it', async () => {
    const asked = await askedCode(sms)
    await miss(asked)
    await verify(asked)
  })

  it('guessed a hundred times at once is checked five times at most', async () => {
    const asked = await askedCode(sms)
    const guesses = Array.from({ length: 100 }, (_, at) => ({ ...asked, code: wrong(asked.code, at + 1) }))
    const results = await Promise.allSettled(guesses.map((guess) => verify(guess)))
    const reasons = results.flatMap((result) =>
      result.status === 'rejected' ? [result.reason as unknown] : [],
    )
    expect(reasons).toHaveLength(100)
    expect(reasons.filter((reason) => !(reason instanceof DomainError))).toEqual([])
    const checked = reasons.filter((reason) => reason instanceof DomainError && reason.code === 'codeWrong')
    expect(checked.length).toBeGreaterThan(0)
    expect(checked.length).toBeLessThanOrEqual(5)
    expect(await attemptsOf(asked)).toBe(checked.length)
  }, 90_000)

  it('by code after code is checked fifteen times an hour for one phone', async () => {
    for (let session = 0; session < 3; session++) {
      const asked = await askedCode(sms, { address: addressNumber(session) })
      for (let at = 0; at < 5; at++) await miss(asked, { address: addressNumber(session) })
    }
    const asked = await askedCode(sms)
    expect(await refusalOf(verify(asked))).toEqual({ code: 'tooManyAttempts', minutes: 60 })
    const later = await askedCode(sms, { now: NOON + HOUR_MS })
    await verify(later, { now: NOON + HOUR_MS + MINUTE_MS })
  })

  it('tried against many phones is checked thirty times an hour from one address', async () => {
    const answers: string[] = []
    for (let at = 0; at < 31; at++) {
      const asked = await askedCode(sms, { phone: phoneNumber(at), address: addressNumber(at) })
      answers.push((await miss(asked)).code)
    }
    expect(answers).toEqual([...Array<string>(30).fill('codeWrong'), 'tooManyAttempts'])
    await signIn(sms, { phone: phoneNumber(40), address: '192.0.2.9' }, { address: '192.0.2.9' })
  })
})

describe('locking somebody out', () => {
  beforeEach(async () => {
    await set(['users', { userId: olga }], aUser({ phone: PHONE, companyIds: [] }))
    await set(['userPhones', { phoneDigits: PHONE.slice(1) }], { userId: olga })
    await set(['devices', { userId: olga, deviceId: deviceKeyOf(DEVICE) }], aDevice())
  })

  it('by asking for a code voids no code the owner has', async () => {
    const own = await askedCode(sms)
    await askedCode(sms, { address: addressNumber(1) })
    expect(await verify(own)).toMatchObject({ step: 'signedIn' })
  })

  it('by guessing does not keep him from his own browser', async () => {
    for (let session = 0; session < 3; session++) {
      const asked = await askedCode(sms, { address: addressNumber(session) })
      for (let at = 0; at < 5; at++) {
        await miss(asked, { address: addressNumber(session), deviceId: OTHER_DEVICE })
      }
    }
    const own = await askedCode(sms, { deviceId: DEVICE })
    expect(await refusalOf(verify(own, { deviceId: OTHER_DEVICE }))).toMatchObject({
      code: 'tooManyAttempts',
    })
    expect(await verify(own)).toMatchObject({ step: 'signedIn' })
  })
})

describe('a code that is not one’s own', () => {
  it('opens no other session of the same phone', async () => {
    const [first, second] = [await askedCode(sms), await askedCode(sms)]
    expect(await refusalOf(verify({ ...second, code: first.code }))).toEqual({ code: 'codeWrong', left: 4 })
  })

  it('opens no session of another phone', async () => {
    const [anna, boris] = [await askedCode(sms), await askedCode(sms, { phone: OTHER_PHONE })]
    expect(await refusalOf(verify({ ...boris, code: anna.code }))).toMatchObject({ code: 'codeWrong' })
  })

  it('opens no other session though what is stored of it were moved there', async () => {
    const [first, second] = [await askedCode(sms), await askedCode(sms, { phone: OTHER_PHONE })]
    const { codeHash = '' } = (await get('authSessions', { sessionId: first.sessionId })) ?? {}
    await update(['authSessions', { sessionId: second.sessionId }], { codeHash })
    expect(await refusalOf(verify({ ...second, code: first.code }))).toMatchObject({ code: 'codeWrong' })
  })

  it('opens no session that was never begun', async () => {
    const never = verify({ sessionId: 'f'.repeat(64), code: '123456' })
    expect(await refusalOf(never)).toEqual({ code: 'codeExpired' })
  })
})

describe('a person who has signed out everywhere', () => {
  it('is given a token only once a sign-in holds again', async () => {
    const now = Date.now()
    await set(['users', { userId: olga }], aUser({ phone: PHONE, companyIds: [], sessionsValidAfterAt: now }))
    await set(['userPhones', { phoneDigits: PHONE.slice(1) }], { userId: olga })
    await signIn(sms, { now: now - MINUTE_MS }, { now })
    // What `auth_time` will say, in whole seconds.
    expect(Math.floor(Date.now() / 1000) * 1000).toBeGreaterThanOrEqual(now)
  })
})
