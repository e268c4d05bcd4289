import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { readReferrals } from '#functions/account/readReferrals.ts'
import { get, set } from '#functions/store/store.ts'
import { userIdSchema } from '#shared/domain/ids.ts'
import { MINUTE_MS } from '#shared/domain/time.ts'
import { NOON } from '#tests/builders/moments.ts'
import { useEmulatorProject } from '../emulatorProject.ts'
import { addPerson, countIn, ivan, olga } from './person.ts'

const project = useEmulatorProject('referrals')

beforeEach(async () => {
  await project.clear()
  await addPerson()
})
afterAll(() => project.close())

const refer = (userId: string, name: string, createdAt: number, referrerId = olga) =>
  set(['referrals', { userId: userIdSchema.parse(userId) }], { referrerId, name, createdAt })

describe('a referral code', () => {
  it('is eight characters nobody takes for others', async () => {
    expect((await readReferrals(olga)).code).toMatch(/^[2-9a-hjkmnp-z]{8}$/)
  })

  it('is made when first asked for, and stays', async () => {
    const { code } = await readReferrals(olga)
    expect((await readReferrals(olga)).code).toBe(code)
    expect(await get('referralCodes', { referralCode: code })).toEqual({ userId: olga })
  })

  it('is one, however often it is first asked for at once', async () => {
    const answers = await Promise.all(Array.from({ length: 6 }, () => readReferrals(olga)))
    expect(new Set(answers.map(({ code }) => code)).size).toBe(1)
    expect(await countIn('referralCodes')).toBe(1)
  })

  it('is another for each person', async () => {
    await addPerson(ivan)
    expect((await readReferrals(ivan)).code).not.toBe((await readReferrals(olga)).code)
  })
})

describe('who registered by it', () => {
  it('is listed, newest first', async () => {
    await refer('anna', 'Анна', NOON)
    await refer('boris', 'Борис', NOON + MINUTE_MS)
    expect((await readReferrals(olga)).registered).toEqual([
      { name: 'Борис', at: NOON + MINUTE_MS },
      { name: 'Анна', at: NOON },
    ])
  })

  it('is not listed to others', async () => {
    await refer('anna', 'Анна', NOON, ivan)
    expect((await readReferrals(olga)).registered).toEqual([])
  })

  it('is at most the newest two hundred', async () => {
    await Promise.all(
      Array.from({ length: 201 }, (_, at) => refer(`person-${String(at)}`, String(at), NOON + at)),
    )
    const { registered } = await readReferrals(olga)
    expect([registered.length, registered[0]?.name]).toEqual([200, '200'])
  })
})
