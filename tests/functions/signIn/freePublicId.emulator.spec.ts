import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { publicIdOf } from '#functions/platform/hashId.ts'
import { freePublicId, publicIdKeyOf } from '#functions/signIn/freePublicId.ts'
import { set, transaction } from '#functions/store/store.ts'
import { useEmulatorProject } from '../emulatorProject.ts'

const PATH = 'companies/bicycles'
const project = useEmulatorProject('public-ids')
beforeEach(() => project.clear())
afterAll(() => project.close())

const free = (kind = 'company') => transaction((unit) => freePublicId(unit, kind, PATH))
const take = (kind: string, attempt: number) =>
  set(['publicIds', { publicIdKey: publicIdKeyOf(kind, publicIdOf(PATH, attempt)) }], {
    path: 'companies/skis',
  })

describe('a public id', () => {
  it('follows from the path', async () => {
    expect(await free()).toBe(publicIdOf(PATH))
  })

  it('that is taken makes way for the next', async () => {
    await take('company', 0)
    await take('company', 1)
    expect(await free()).toBe(publicIdOf(PATH, 2))
  })

  it('taken by something of another kind is free', async () => {
    await take('conversation', 0)
    expect(await free()).toBe(publicIdOf(PATH))
  })
})
