import { getAuth } from 'firebase-admin/auth'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { app } from '#functions/platform/app.ts'
import { signOutEverywhere } from '#functions/signIn/signOutEverywhere.ts'
import { get, remove } from '#functions/store/store.ts'
import { userIdSchema } from '#shared/domain/ids.ts'
import { NOON } from '#tests/builders/moments.ts'
import { addPerson, auditOf, bicycles, ivan, olga, skis } from '../account/person.ts'
import { useEmulatorProject } from '../emulatorProject.ts'
import { refusalOf } from '../refusalOf.ts'
import { ADDRESS } from './signInSteps.ts'

const project = useEmulatorProject('sign-out')

beforeEach(async () => {
  await project.clear()
  await getAuth(app()).deleteUsers([olga])
  await addPerson(olga, { name: 'Ольга' })
})
afterAll(() => project.close())

const validAfter = async (userId: string) => [
  (await get('users', { userId }))?.sessionsValidAfterAt,
  (await get('members', { companyId: bicycles, userId }))?.sessionsValidAfterAt,
  (await get('members', { companyId: skis, userId }))?.sessionsValidAfterAt,
]

describe('signing out everywhere', () => {
  it('ends earlier sign-ins for account and every company, and nobody else’s', async () => {
    await addPerson(ivan)
    await signOutEverywhere(olga, ADDRESS, NOON)
    expect([await validAfter(olga), await validAfter(ivan)]).toEqual([
      [NOON, NOON, NOON],
      [0, 0, 0],
    ])
  })

  it('lets no browser renew its token', async () => {
    await getAuth(app()).createUser({ uid: olga })
    const before = Date.now()
    await signOutEverywhere(olga, ADDRESS, NOON)
    const { tokensValidAfterTime = '' } = await getAuth(app()).getUser(olga)
    expect(Date.parse(tokensValidAfterTime)).toBeGreaterThanOrEqual(before - 1000)
  })

  it('is noted by every company', async () => {
    await signOutEverywhere(olga, ADDRESS, NOON)
    const entry = { kind: 'signedOutEverywhere', by: olga, byName: 'Ольга', address: ADDRESS, at: NOON }
    expect([await auditOf(bicycles), await auditOf(skis)]).toMatchObject([[entry], [entry]])
  })

  it('done already at a later moment is left at that', async () => {
    await signOutEverywhere(olga, ADDRESS, NOON)
    await signOutEverywhere(olga, ADDRESS, NOON - 1)
    expect([await validAfter(olga), (await auditOf(skis)).length]).toEqual([[NOON, NOON, NOON], 1])
  })

  it('does not stumble over a company one was removed from', async () => {
    await remove('members', { companyId: skis, userId: olga })
    await signOutEverywhere(olga, ADDRESS, NOON)
    expect(await validAfter(olga)).toEqual([NOON, NOON, undefined])
  })

  it('is refused to who has no account', async () => {
    const nobody = signOutEverywhere(userIdSchema.parse('nobody'), ADDRESS, NOON)
    expect(await refusalOf(nobody)).toEqual({ code: 'notFound' })
  })
})
