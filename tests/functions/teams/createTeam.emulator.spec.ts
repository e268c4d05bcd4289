import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { find, get } from '#functions/store/store.ts'
import { createTeam } from '#functions/teams/createTeam.ts'
import { NOON } from '#tests/builders/moments.ts'
import { BY_ANNA, auditOf, companyOf } from '../companyOf.ts'
import { useEmulatorProject } from '../emulatorProject.ts'

const project = useEmulatorProject('create-team')
const HOME = companyOf('home')

beforeEach(() => project.clear())
afterAll(() => project.close())

const create = (name: string, companyId = HOME) => createTeam({ companyId, name }, BY_ANNA, NOON)
const names = async () => (await find('teams', {}, 10, { companyId: HOME })).map(({ data }) => data.name)

describe('a team', () => {
  it('is there under its name, and in the audit', async () => {
    const { teamId } = await create('Склад')
    expect(await get('teams', { companyId: HOME, teamId })).toEqual({ name: 'Склад', createdAt: NOON })
    expect(await auditOf(HOME)).toEqual([
      { kind: 'teamCreated', ...BY_ANNA, subject: 'Склад', details: {}, at: NOON },
    ])
  })

  it('is made once, whatever its letters’ size, even at once', async () => {
    const made = await Promise.all(['Склад', 'склад', 'СКЛАД', 'Склад'].map((name) => create(name)))
    expect(new Set(made.map(({ teamId }) => teamId)).size).toBe(1)
    expect(await names()).toHaveLength(1)
    expect(await auditOf(HOME)).toHaveLength(1)
  })

  it('stands beside others, and those of other companies', async () => {
    await create('Склад', companyOf('other'))
    await create('Склад')
    await create('Продажи')
    expect(await names()).toEqual(['Продажи', 'Склад'])
  })
})
