import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { changeProfile } from '#functions/account/changeProfile.ts'
import { cost } from '#functions/store/cost.ts'
import { get, set } from '#functions/store/store.ts'
import { userIdSchema } from '#shared/domain/ids.ts'
import { aUser } from '#tests/builders/aUser.ts'
import { NOON } from '#tests/builders/moments.ts'
import { useEmulatorProject } from '../emulatorProject.ts'
import { refusalOf } from '../refusalOf.ts'
import { addPerson, bicycles, countIn, ivan, olga, skis } from './person.ts'

const project = useEmulatorProject('profile')
const profile = { name: 'Ольга Нечаева', about: 'Старший оператор' }

beforeEach(async () => {
  await project.clear()
  await addPerson()
})
afterAll(() => project.close())

const user = (userId = olga) => get('users', { userId })
const member = (companyId = bicycles, userId = olga) => get('members', { companyId, userId })

describe('name and position', () => {
  it('change in the account and in every company', async () => {
    await changeProfile(olga, profile)
    expect(await user()).toMatchObject(profile)
    expect(await member(bicycles)).toMatchObject({ ...profile, role: 'operator' })
    expect(await member(skis)).toMatchObject({ ...profile, role: 'operator' })
  })

  it('change each by itself: saved at once, neither takes the other back', async () => {
    await Promise.all([
      changeProfile(olga, { name: 'Ольга Новая' }),
      changeProfile(olga, { about: 'Директор' }),
    ])
    expect(await user()).toMatchObject({ name: 'Ольга Новая', about: 'Директор' })
    expect(await member(skis)).toMatchObject({ name: 'Ольга Новая', about: 'Директор' })
  })

  it('of others stay', async () => {
    await addPerson(ivan, { name: 'Иван' })
    await changeProfile(olga, profile)
    expect(await user(ivan)).toMatchObject({ name: 'Иван', about: '' })
    expect(await member(bicycles, ivan)).toMatchObject({ name: 'Иван' })
  })

  it('change in the line of who brought them, too', async () => {
    await set(['referrals', { userId: olga }], { referrerId: ivan, name: 'Ольга', createdAt: NOON })
    await changeProfile(olga, profile)
    expect(await get('referrals', { userId: olga })).toMatchObject({ referrerId: ivan, name: profile.name })
  })

  it('make no member of who is none any more', async () => {
    await set(['users', { userId: ivan }], aUser({ companyIds: [bicycles] }))
    await changeProfile(ivan, profile)
    expect(await user(ivan)).toMatchObject(profile)
    expect(await member(bicycles, ivan)).toBeUndefined()
  })

  it('change for who is in no company', async () => {
    await addPerson(ivan, {}, [])
    await changeProfile(ivan, profile)
    expect(await user(ivan)).toMatchObject(profile)
  })

  it('of nobody do not change', async () => {
    const nobody = changeProfile(userIdSchema.parse('nobody'), profile)
    expect(await refusalOf(nobody)).toEqual({ code: 'notFound' })
    expect(await countIn('users')).toBe(1)
  })

  it('are written once, however often the same is asked', async () => {
    const writes = cost.writes
    await changeProfile(olga, profile)
    const once = cost.writes - writes
    await changeProfile(olga, profile)
    expect([once, cost.writes - writes]).toEqual([3, 3])
  })

  it('are the same everywhere after many changes at once', async () => {
    const names = Array.from({ length: 6 }, (_, at) => `Ольга ${String(at)}`)
    await Promise.all(names.map((name) => changeProfile(olga, { name, about: name })))
    const documents = [await user(), await member(bicycles), await member(skis)]
    const [last = ''] = documents.map((document) => document?.name)
    expect(names).toContain(last)
    expect(documents.map((document) => [document?.name, document?.about])).toEqual(
      documents.map(() => [last, last]),
    )
  })
})
