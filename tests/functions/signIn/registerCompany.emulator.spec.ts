import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { registerCompany } from '#functions/signIn/registerCompany.ts'
import { firestore } from '#functions/store/firestore.ts'
import { get, set } from '#functions/store/store.ts'
import { userIdSchema } from '#shared/domain/ids.ts'
import { aUser } from '#tests/builders/aUser.ts'
import { NOON } from '#tests/builders/moments.ts'
import { useEmulatorProject } from '../emulatorProject.ts'
import { refusalOf } from '../refusalOf.ts'

const project = useEmulatorProject('register')
const userId = userIdSchema.parse('anna')

beforeEach(async () => {
  await project.clear()
  await set(['users', { userId }], aUser({ name: '', companyIds: [] }))
})
afterAll(() => project.close())

const register = (companyName = 'Велосипеды у парка') =>
  registerCompany(userId, 'Анна Светлова', companyName, NOON)

describe('a new company', () => {
  it('has the name it was given and its maker as admin', async () => {
    const { companyId } = await register()
    expect(await get('companies', { companyId })).toMatchObject({
      name: 'Велосипеды у парка',
      createdAt: NOON,
    })
    expect(await get('members', { companyId, userId })).toEqual({
      role: 'admin',
      name: 'Анна Светлова',
      sessionsValidAfterAt: 0,
      createdAt: NOON,
    })
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

  it('leaves a name its maker has already', async () => {
    await set(['users', { userId }], aUser({ name: 'Анна Петрова', companyIds: [] }))
    const { companyId } = await register()
    expect(await get('members', { companyId, userId })).toMatchObject({ name: 'Анна Петрова' })
  })

  it('stands beside the ones its maker has already', async () => {
    const first = await register()
    const second = await register('Лыжи у парка')
    expect(second.companyId).not.toBe(first.companyId)
    expect((await get('users', { userId }))?.companyIds).toEqual([first.companyId, second.companyId])
  })

  it('is not made for nobody', async () => {
    const nobody = registerCompany(userIdSchema.parse('nobody'), 'Никто', 'Ничто', NOON)
    expect(await refusalOf(nobody)).toEqual({ code: 'notFound' })
    expect((await firestore().collection('companies').count().get()).data().count).toBe(0)
  })
})
