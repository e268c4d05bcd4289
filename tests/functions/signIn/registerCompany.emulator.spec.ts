import { randomUUID } from 'node:crypto'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { changeEmail } from '#functions/account/changeEmail.ts'
import { readReferrals } from '#functions/account/readReferrals.ts'
import type { NewCompany } from '#functions/signIn/registerCompany.ts'
import { registerCompany } from '#functions/signIn/registerCompany.ts'
import { firestore } from '#functions/store/firestore.ts'
import { get, set } from '#functions/store/store.ts'
import { DomainError } from '#shared/domain/DomainError.ts'
import { userIdSchema } from '#shared/domain/ids.ts'
import { DAY_MS } from '#shared/domain/time.ts'
import { aUser } from '#tests/builders/aUser.ts'
import { NOON } from '#tests/builders/moments.ts'
import { auditOf, countIn } from '../account/person.ts'
import { useEmulatorProject } from '../emulatorProject.ts'
import { refusalOf } from '../refusalOf.ts'
import { ADDRESS } from './signInSteps.ts'

const EMAIL = 'anna@mail.example'
const project = useEmulatorProject('register')
const userId = userIdSchema.parse('anna')
const friendId = userIdSchema.parse('friend')

beforeEach(async () => {
  await project.clear()
  await set(['users', { userId }], aUser({ name: '', companyIds: [] }))
})
afterAll(() => project.close())

const register = (change: Partial<NewCompany> = {}, now = NOON) => {
  const names = { personName: 'Анна Светлова', companyName: 'Велосипеды у парка' }
  return registerCompany(userId, { requestKey: randomUUID(), ...names, ...change }, ADDRESS, now)
}
const codeOfRefusal = (error: unknown) => (error instanceof DomainError ? error.code : String(error))
const mails = async () => (await firestore().collection('mails').get()).docs.map((each) => each.data())

describe('a new company', () => {
  it('has the name it was given and its maker as admin', async () => {
    const { companyId } = await register()
    expect(await get('companies', { companyId })).toMatchObject({
      name: 'Велосипеды у парка',
      timeZone: 'Europe/Moscow',
      createdAt: NOON,
    })
    expect(await get('members', { companyId, userId })).toMatchObject({
      role: 'admin',
      name: 'Анна Светлова',
      visibility: 'all',
      sessionsValidAfterAt: 0,
      createdAt: NOON,
    })
  })

  it('has the phone and the description it was given, or none', async () => {
    const given = { phone: '8 800 555-00-77', description: 'Прокат и ремонт' }
    expect(await get('companies', await register(given))).toMatchObject(given)
    expect(await get('companies', await register())).toMatchObject({ phone: '', description: '' })
  })

  it('gives its maker a name, and is among his companies', async () => {
    const { companyId } = await register()
    expect(await get('users', { userId })).toMatchObject({ name: 'Анна Светлова', companyIds: [companyId] })
  })

  it('has a public id that leads to it', async () => {
    const { companyId } = await register()
    const { publicId } = (await get('companies', { companyId })) ?? {}
    expect(await get('publicIds', { publicIdKey: `company-${String(publicId)}` })).toEqual({
      path: `companies/${companyId}`,
    })
  })

  it('leaves a name its maker has already, and takes his copies along', async () => {
    const sessionsValidAfterAt = NOON - DAY_MS
    const user = { name: 'Анна Петрова', about: 'Хозяйка', avatar: 'avatars/anna', sessionsValidAfterAt }
    await set(['users', { userId }], aUser({ ...user, companyIds: [] }))
    const { companyId } = await register()
    expect(await get('members', { companyId, userId })).toMatchObject(user)
  })

  it('stands beside the ones its maker has already', async () => {
    const first = await register()
    const second = await register({ companyName: 'Лыжи у парка' })
    expect(second.companyId).not.toBe(first.companyId)
    expect((await get('users', { userId }))?.companyIds).toEqual([first.companyId, second.companyId])
  })

  it.each([
    ['Asia/Almaty', 'Asia/Almaty'],
    ['Moon/Crater', 'Europe/Moscow'],
    ['+03:00', 'Europe/Moscow'],
    ['', 'Europe/Moscow'],
  ])('told the time zone %j lives in %s', async (timeZone, expected) => {
    const { companyId } = await register({ timeZone })
    expect(await get('companies', { companyId })).toMatchObject({ timeZone: expected })
  })

  it('begins its audit', async () => {
    const { companyId } = await register()
    const entry = {
      kind: 'companyCreated',
      by: userId,
      byName: 'Анна Светлова',
      subject: 'Велосипеды у парка',
    }
    expect(await auditOf(companyId)).toMatchObject([{ ...entry, address: ADDRESS, at: NOON }])
  })

  it('is not made for nobody', async () => {
    const request = { requestKey: randomUUID(), personName: 'Никто', companyName: 'Ничто' }
    const nobody = registerCompany(userIdSchema.parse('nobody'), request, ADDRESS, NOON)
    expect(await refusalOf(nobody)).toEqual({ code: 'notFound' })
    expect(await countIn('companies')).toBe(0)
  })

  it('is made ten times a day by one person, however many he asks for at once', async () => {
    const asked = Array.from({ length: 50 }, () => register())
    const answers = await Promise.all(asked.map((each) => each.then(() => '', codeOfRefusal)))
    const made = answers.filter((answer) => answer === '').length
    expect(new Set(answers)).toEqual(new Set(['', 'tooManyAttempts']))
    expect(made).toBeLessThanOrEqual(10)
    expect([await countIn('companies'), await countIn('publicIds')]).toEqual([made, made])
    for (let at = made; at < 10; at++) await register()
    expect(await refusalOf(register())).toMatchObject({ code: 'tooManyAttempts' })
    await register({}, NOON + DAY_MS)
  }, 90_000)
})

describe('asked for again by the same key', () => {
  const again = { requestKey: 'the-first-of-today', email: EMAIL }

  it('is the same company, noted and counted once', async () => {
    const first = await register(again)
    expect(await register({ ...again, companyName: 'Другое имя' }, NOON + DAY_MS)).toEqual(first)
    expect(await get('companies', first)).toMatchObject({ name: 'Велосипеды у парка', createdAt: NOON })
    expect([await countIn('companies'), await countIn('publicIds'), await countIn('mails')]).toEqual([
      1, 1, 1,
    ])
    expect(await auditOf(first.companyId)).toHaveLength(1)
  })

  it('is the same company where no other may be made today', async () => {
    const first = await register(again)
    for (let at = 1; at < 10; at++) await register()
    expect(await refusalOf(register())).toMatchObject({ code: 'tooManyAttempts' })
    expect(await register(again)).toEqual(first)
  })

  it('many times at once is one company', async () => {
    const made = await Promise.all(Array.from({ length: 20 }, () => register(again)))
    expect(new Set(made.map(({ companyId }) => companyId)).size).toBe(1)
    expect(await countIn('companies')).toBe(1)
  })

  it('by somebody else is another company', async () => {
    const first = await register(again)
    const other = userIdSchema.parse('olga')
    await set(['users', { userId: other }], aUser({ companyIds: [] }))
    const request = { ...again, personName: 'Ольга', companyName: 'Лыжи' }
    expect(await registerCompany(other, request, ADDRESS, NOON)).not.toEqual(first)
    expect(await get('members', { ...first, userId: other })).toBeUndefined()
  })
})

describe('the address given with it', () => {
  it('waits for its confirmation, and gets a letter that asks for it', async () => {
    await register({ email: EMAIL })
    expect(await get('users', { userId })).toMatchObject({ email: '', pendingEmail: EMAIL })
    expect(await mails()).toMatchObject([{ to: EMAIL, state: 'queued' }])
    expect(await countIn('emailTokens')).toBe(1)
  })

  it('is not asked for twice when it is confirmed, or has a letter already', async () => {
    await set(['users', { userId }], aUser({ email: EMAIL, companyIds: [] }))
    await register({ email: EMAIL })
    expect(await get('users', { userId })).toMatchObject({ email: EMAIL, pendingEmail: '' })
    await register({ email: 'other@mail.example' })
    await register({ email: 'other@mail.example' })
    expect(await mails()).toHaveLength(1)
  })

  it('waits without a letter where it has had too many today, and the company is made', async () => {
    const others = Array.from({ length: 5 }, (_, at) => userIdSchema.parse(`other${String(at)}`))
    for (const other of others) {
      await set(['users', { userId: other }], aUser())
      const asking = { userId: other, email: EMAIL, address: ADDRESS }
      await changeEmail(asking, NOON)
      await changeEmail(asking, NOON)
    }
    expect(await countIn('mails')).toBe(10)
    const { companyId } = await register({ email: EMAIL })
    expect(await get('companies', { companyId })).toBeDefined()
    expect(await get('users', { userId })).toMatchObject({
      pendingEmail: EMAIL,
      pendingEmailUndelivered: true,
    })
    expect(await countIn('mails')).toBe(10)
  })

  it('may be left out', async () => {
    await register()
    expect(await get('users', { userId })).toMatchObject({ pendingEmail: '' })
    expect(await mails()).toEqual([])
  })
})

describe('a referral code', () => {
  const codeOf = async (id: typeof userId) => (await readReferrals(id)).code
  const referral = () => get('referrals', { userId })

  beforeEach(() => set(['users', { userId: friendId }], aUser({ name: 'Друг' })))

  it('tells its owner who registered by it', async () => {
    await register({ referralCode: await codeOf(friendId) })
    expect(await referral()).toEqual({ referrerId: friendId, name: 'Анна Светлова', createdAt: NOON })
    expect(await get('userSecrets', { userId, document: 'referral' })).toMatchObject({ referredBy: friendId })
    expect((await readReferrals(friendId)).registered).toEqual([{ name: 'Анна Светлова', at: NOON }])
  })

  it('leaves a code of one’s own as it was', async () => {
    const own = await codeOf(userId)
    await register({ referralCode: await codeOf(friendId) })
    expect(await codeOf(userId)).toBe(own)
  })

  it.each(['nothing', 'a/b', '..', ''])('%j counts for nobody, and harms nothing', async (referralCode) => {
    await register({ referralCode })
    expect(await referral()).toBeUndefined()
  })

  it('of one’s own, or with a later company, counts for nobody', async () => {
    await register({ referralCode: await codeOf(userId) })
    await register({ referralCode: await codeOf(friendId) })
    expect(await referral()).toBeUndefined()
  })
})
