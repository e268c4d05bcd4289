import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { deviceKeyOf } from '#functions/signIn/recogniseDevice.ts'
import { verifyEmailCode } from '#functions/signIn/verifyEmailCode.ts'
import { firestore } from '#functions/store/firestore.ts'
import { get, remove, set, update } from '#functions/store/store.ts'
import { DomainError } from '#shared/domain/DomainError.ts'
import { DAY_MS, MINUTE_MS } from '#shared/domain/time.ts'
import { documentPath } from '#shared/firestore/collections.ts'
import { mailSchema } from '#shared/firestore/serverDocuments.ts'
import { fromDocument } from '#shared/firestore/documents.ts'
import { aDevice } from '#tests/builders/aDevice.ts'
import { aMember } from '#tests/builders/aMember.ts'
import { aUser } from '#tests/builders/aUser.ts'
import { NOON } from '#tests/builders/moments.ts'
import { addPerson, auditOf, bicycles, ivan, olga, skis } from '../account/person.ts'
import { useEmulatorProject } from '../emulatorProject.ts'
import { refusalOf } from '../refusalOf.ts'
import type { SmsSimulator } from '../smsSimulator.ts'
import { startSms } from '../smsSimulator.ts'
import type { Asked } from './signInSteps.ts'
import {
  ADDRESS,
  DEVICE,
  OTHER_DEVICE,
  PHONE,
  askedCode,
  everythingStored,
  uidIn,
  verify,
  wrong,
} from './signInSteps.ts'

const EMAIL = 'olga@mail.example'
const project = useEmulatorProject('email-code')
let sms: SmsSimulator

beforeAll(async () => {
  sms = await startSms()
})
afterAll(async () => {
  await sms.close()
  await project.close()
})

const lastUsedBefore = (now: number, days: number) =>
  set(
    ['devices', { userId: olga, deviceId: deviceKeyOf(DEVICE) }],
    aDevice({ lastUsedAt: now - days * DAY_MS }),
  )

/** Olga, who works in two companies, was last here 31 days ago. Ivan is the other admin of one. */
beforeEach(async () => {
  await Promise.all([project.clear(), sms.reset()])
  await addPerson(olga, { phone: PHONE, name: 'Ольга', email: EMAIL })
  await set(['userPhones', { phoneDigits: PHONE.slice(1) }], { userId: olga })
  await lastUsedBefore(NOON, 31)
  await set(
    ['users', { userId: ivan }],
    aUser({ name: 'Иван', email: 'ivan@mail.example', companyIds: [bicycles] }),
  )
  await set(['members', { companyId: bicycles, userId: ivan }], aMember({ role: 'admin' }))
  await update(['members', { companyId: bicycles, userId: olga }], { role: 'admin' })
})

async function letters() {
  const { docs } = await firestore().collection('mails').get()
  return docs.map((document) => fromDocument(mailSchema, document.data()))
}

const codeIn = (text: string) => /^\d{6}$/m.exec(text)?.[0] ?? ''

/** The phone's code, given by a browser nobody knows; then what the letter says. */
async function askedForEmailCode(): Promise<Asked> {
  const { sessionId, code } = await askedCode(sms)
  await verify({ sessionId, code }, { deviceId: OTHER_DEVICE })
  const [letter] = await letters()
  return { sessionId, code: codeIn(letter?.text ?? '') }
}

const verifyEmail = ({ sessionId, code }: Asked, now = NOON + 2 * MINUTE_MS, address = ADDRESS) =>
  verifyEmailCode({ sessionId, code, deviceLabel: 'Firefox, Linux' }, address, now)

describe('a browser nobody knows, after a month in which nobody came', () => {
  it('is asked for a code that went to the confirmed address', async () => {
    const { sessionId, code } = await askedCode(sms)
    const answer = await verify({ sessionId, code }, { deviceId: OTHER_DEVICE })
    expect(answer).toEqual({ step: 'emailCode', emailHint: 'o•••@mail.example' })
    const [letter] = await letters()
    expect(letter).toMatchObject({ to: EMAIL, subject: 'Код для входа в Пакт' })
    expect(codeIn(letter?.text ?? '')).toMatch(/^\d{6}$/)
    expect(await auditOf(bicycles)).toEqual([])
  })

  it('signs in by both codes; every company notes it, and other admins hear of it', async () => {
    const answer = await verifyEmail(await askedForEmailCode())
    expect([answer.isRegistered, uidIn(answer)]).toEqual([true, olga])
    const entry = { kind: 'signedInOnNewDevice', by: olga, subject: 'Firefox, Linux', address: ADDRESS }
    expect([await auditOf(bicycles), await auditOf(skis)]).toMatchObject([[entry], [entry]])
    const told = (await letters()).filter(({ to }) => to !== EMAIL)
    expect(told.map(({ to }) => to)).toEqual(['ivan@mail.example'])
    expect(told[0]?.text).toContain('Firefox, Linux')
    expect(told[0]?.subject).toBe('Вход с нового устройства: Ольга')
  })

  it('is one he has signed out of everywhere since, however well known', async () => {
    await update(['users', { userId: olga }], { sessionsValidAfterAt: NOON - DAY_MS })
    const signedInAt = NOON - DAY_MS - 1
    const lastUsedAt = NOON - 31 * DAY_MS
    const place = ['devices', { userId: olga, deviceId: deviceKeyOf(DEVICE) }] as const
    await set(place, aDevice({ signedInAt, lastUsedAt }))
    expect(await verify(await askedCode(sms))).toMatchObject({ step: 'emailCode' })
    await set(place, aDevice({ signedInAt: signedInAt + 1, lastUsedAt }))
    expect(await verify(await askedCode(sms))).toMatchObject({ step: 'signedIn' })
  })

  it('is known from then on', async () => {
    await verifyEmail(await askedForEmailCode())
    const device = await get('devices', { userId: olga, deviceId: deviceKeyOf(OTHER_DEVICE) })
    expect(device).toMatchObject({ label: 'Firefox, Linux', signedInAt: NOON + 2 * MINUTE_MS })
    expect(await verify(await askedCode(sms), { deviceId: OTHER_DEVICE })).toMatchObject({ step: 'signedIn' })
  })

  it('of who has no confirmed address signs in at once, and admins hear of it', async () => {
    await update(['users', { userId: olga }], { email: '', pendingEmail: EMAIL })
    expect(await verify(await askedCode(sms), { deviceId: OTHER_DEVICE })).toMatchObject({ step: 'signedIn' })
    expect((await letters()).map(({ to }) => to)).toEqual(['ivan@mail.example'])
    expect(await auditOf(bicycles)).toMatchObject([{ kind: 'signedInOnNewDevice' }])
  })
})

describe('no second code is asked for', () => {
  const answerOn = async (deviceId: string) => verify(await askedCode(sms), { deviceId })

  it('on a known browser, however long it was away', async () => {
    expect(await answerOn(DEVICE)).toMatchObject({ step: 'signedIn' })
    expect(await auditOf(bicycles)).toMatchObject([{ kind: 'signedIn' }])
    expect(await letters()).toEqual([])
  })

  it('on a new browser within the month', async () => {
    await lastUsedBefore(NOON, 29)
    expect(await answerOn(OTHER_DEVICE)).toMatchObject({ step: 'signedIn' })
    expect(await letters()).toEqual([])
  })
})

describe('the e-mailed code', () => {
  it('works once', async () => {
    const asked = await askedForEmailCode()
    await verifyEmail(asked)
    expect(await refusalOf(verifyEmail(asked))).toEqual({ code: 'codeExpired' })
  })

  it('works again where what it opened failed by itself', async () => {
    const asked = await askedForEmailCode()
    const place = { userId: olga, deviceId: 'unreadable' }
    await set(['devices', place], aDevice({ lastUsedAt: NOON }))
    await firestore().doc(documentPath('devices', place)).update({ label: 7 })
    await expect(verifyEmail(asked)).rejects.not.toBeInstanceOf(DomainError)
    await remove('devices', place)
    expect(uidIn(await verifyEmail(asked))).toBe(olga)
  })

  it('works for a quarter of an hour', async () => {
    const asked = await askedForEmailCode()
    const late = verifyEmail(asked, NOON + MINUTE_MS + 15 * MINUTE_MS)
    expect(await refusalOf(late)).toEqual({ code: 'codeExpired' })
    await verifyEmail(asked, NOON + 15 * MINUTE_MS)
  })

  it('is not the phone’s', async () => {
    const { sessionId, code } = await askedCode(sms)
    await verify({ sessionId, code }, { deviceId: OTHER_DEVICE })
    expect(await refusalOf(verifyEmail({ sessionId, code }))).toEqual({ code: 'codeWrong', left: 4 })
  })

  it('opens nothing before the phone’s code was right', async () => {
    const { sessionId, code } = await askedCode(sms)
    expect(await refusalOf(verifyEmail({ sessionId, code }))).toEqual({ code: 'codeExpired' })
  })

  it('is compared five times', async () => {
    const asked = await askedForEmailCode()
    const guesses = Array.from({ length: 20 }, (_, at) => ({ ...asked, code: wrong(asked.code, at + 1) }))
    const answers = await Promise.all(guesses.map((guess) => refusalOf(verifyEmail(guess))))
    expect(answers.filter(({ code }) => code === 'codeWrong')).toHaveLength(5)
    expect(await refusalOf(verifyEmail(asked))).toMatchObject({ code: 'tooManyAttempts' })
  })

  it('lies in its letter only', async () => {
    const { code } = await askedForEmailCode()
    const stored = await everythingStored('authSessions', 'users', 'devices', 'audit', 'rateLimits')
    expect(stored).toContain(PHONE)
    expect(stored).not.toContain(code)
  })
})
