import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { registerCompany } from '#functions/signIn/registerCompany.ts'
import { requestCode } from '#functions/signIn/requestCode.ts'
import { verifyCode } from '#functions/signIn/verifyCode.ts'
import { firestore } from '#functions/store/firestore.ts'
import { get, update } from '#functions/store/store.ts'
import { DomainError } from '#shared/domain/DomainError.ts'
import { userIdSchema } from '#shared/domain/ids.ts'
import { MINUTE_MS } from '#shared/domain/time.ts'
import { NOON } from '#tests/builders/moments.ts'
import { useEmulatorProject } from '../emulatorProject.ts'
import { refusalOf } from '../refusalOf.ts'
import type { SmsSimulator } from '../smsSimulator.ts'
import { startSms } from '../smsSimulator.ts'

const PHONE = '+79000000142'
const project = useEmulatorProject('verify')
let sms: SmsSimulator

beforeAll(async () => {
  sms = await startSms(5950)
})
beforeEach(() => Promise.all([project.clear(), sms.reset()]))
afterAll(async () => {
  await sms.close()
  await project.close()
})

interface Asked {
  readonly sessionId: string
  readonly code: string
}

async function askedCode(phone = PHONE): Promise<Asked> {
  const { sessionId } = await requestCode(phone, 'ru', '203.0.113.7', NOON)
  return { sessionId, code: await sms.newestCode(phone) }
}

const wrong = (code: string, by = 1) => String((Number(code) + by) % 1_000_000).padStart(6, '0')
const verify = ({ sessionId, code }: Asked, now = NOON + MINUTE_MS) => verifyCode(sessionId, code, now)
const attemptsOf = async ({ sessionId }: Asked) => (await get('authSessions', { sessionId }))?.attempts

/** Whom a custom token signs in. */
function uidIn(customToken: string): string {
  const payload = JSON.parse(Buffer.from(customToken.split('.')[1] ?? '', 'base64url').toString('utf8')) as {
    uid: string
  }
  return payload.uid
}

async function signIn(phone = PHONE) {
  const { customToken, isRegistered } = await verify(await askedCode(phone))
  return { userId: userIdSchema.parse(uidIn(customToken)), isRegistered }
}

const countOf = async (path: string) => (await firestore().collection(path).count().get()).data().count

describe('the right code', () => {
  it('makes a user of a new phone, who belongs to no company yet', async () => {
    const { userId, isRegistered } = await signIn()
    expect(isRegistered).toBe(false)
    expect(await get('users', { userId })).toMatchObject({ phone: PHONE, name: '', companyIds: [] })
    expect(await get('userPhones', { phoneDigits: '79000000142' })).toEqual({ userId })
  })

  it('signs in the same user again', async () => {
    const first = await signIn()
    const second = await signIn()
    expect(second.userId).toBe(first.userId)
    expect(await countOf('users')).toBe(1)
  })

  it('tells who has a company', async () => {
    const { userId } = await signIn()
    await registerCompany(userId, 'Анна', 'Велосипеды', NOON)
    expect(await signIn()).toEqual({ userId, isRegistered: true })
  })

  it('of another phone signs in another user', async () => {
    expect((await signIn()).userId).not.toBe((await signIn('+79000000143')).userId)
  })

  it('works once', async () => {
    const asked = await askedCode()
    await verify(asked)
    expect(await refusalOf(verify(asked))).toEqual({ code: 'codeExpired' })
  })

  it('works once also when it is given many times at once', async () => {
    const asked = await askedCode()
    const results = await Promise.allSettled(Array.from({ length: 10 }, () => verify(asked)))
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  })

  it('works until five minutes are over', async () => {
    await verify(await askedCode(), NOON + 5 * MINUTE_MS - 1)
    expect(await refusalOf(verify(await askedCode(), NOON + 5 * MINUTE_MS))).toEqual({ code: 'codeExpired' })
  })
})

describe('two first sign-ins with one phone at once', () => {
  it('make one user', async () => {
    const both = [await askedCode(), await askedCode()]
    const tokens = await Promise.all(both.map((asked) => verify(asked)))
    expect(new Set(tokens.map(({ customToken }) => uidIn(customToken))).size).toBe(1)
    expect(await countOf('users')).toBe(1)
  })
})

describe('a wrong code', () => {
  it('says how many guesses are left, and none after the fifth', async () => {
    const asked = await askedCode()
    const left: unknown[] = []
    for (let at = 0; at < 5; at++) left.push(await refusalOf(verify({ ...asked, code: wrong(asked.code) })))
    expect(left).toEqual([4, 3, 2, 1, 0].map((each) => ({ code: 'codeWrong', left: each })))
    expect(await refusalOf(verify(asked))).toMatchObject({ code: 'tooManyAttempts' })
    expect(await countOf('users')).toBe(0)
  })

  it('does not spoil the right one after it', async () => {
    const asked = await askedCode()
    await refusalOf(verify({ ...asked, code: wrong(asked.code) }))
    await verify(asked)
  })

  it('guessed a hundred times at once is checked five times at most', async () => {
    const asked = await askedCode()
    const guesses = Array.from({ length: 100 }, (_, at) => ({ ...asked, code: wrong(asked.code, at + 1) }))
    const results = await Promise.allSettled(guesses.map((guess) => verify(guess)))
    const reasons = results.flatMap((result) =>
      result.status === 'rejected' ? [result.reason as unknown] : [],
    )
    expect(reasons).toHaveLength(100)
    const checked = reasons.filter((reason) => reason instanceof DomainError && reason.code === 'codeWrong')
    expect(checked.length).toBeGreaterThan(0)
    expect(checked.length).toBeLessThanOrEqual(5)
    expect(await attemptsOf(asked)).toBe(checked.length)
  }, 90_000)
})

describe('a code that is not one’s own', () => {
  it('opens no other session of the same phone', async () => {
    const [first, second] = [await askedCode(), await askedCode()]
    expect(await refusalOf(verify({ ...second, code: first.code }))).toEqual({ code: 'codeWrong', left: 4 })
  })

  it('opens no session of another phone', async () => {
    const [anna, boris] = [await askedCode(), await askedCode('+79000000143')]
    expect(await refusalOf(verify({ ...boris, code: anna.code }))).toMatchObject({ code: 'codeWrong' })
  })

  it('opens no other session though what is stored of it were moved there', async () => {
    const [first, second] = [await askedCode(), await askedCode('+79000000143')]
    const { codeHash = '' } = (await get('authSessions', { sessionId: first.sessionId })) ?? {}
    await update(['authSessions', { sessionId: second.sessionId }], { codeHash })
    expect(await refusalOf(verify({ ...second, code: first.code }))).toMatchObject({ code: 'codeWrong' })
  })

  it('opens no session that was never begun', async () => {
    expect(await refusalOf(verifyCode('f'.repeat(64), '123456', NOON))).toEqual({ code: 'codeExpired' })
  })
})
