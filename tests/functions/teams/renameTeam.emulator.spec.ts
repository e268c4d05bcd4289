import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { get, set } from '#functions/store/store.ts'
import { renameTeam } from '#functions/teams/renameTeam.ts'
import { teamIdSchema } from '#shared/domain/ids.ts'
import { aTeam } from '#tests/builders/aTeam.ts'
import { NOON } from '#tests/builders/moments.ts'
import { BY_ANNA, auditOf, companyOf } from '../companyOf.ts'
import { useEmulatorProject } from '../emulatorProject.ts'
import { refusalOf } from '../refusalOf.ts'

const project = useEmulatorProject('rename-team')
const HOME = companyOf('home')
const teamId = teamIdSchema.parse('team')

beforeEach(async () => {
  await project.clear()
  await set(['teams', { companyId: HOME, teamId }], aTeam({ name: 'Склад' }))
})
afterAll(() => project.close())

const rename = (name: string, companyId = HOME) => renameTeam({ companyId, teamId, name }, BY_ANNA, NOON)

describe('a renamed team', () => {
  it('has its new name, and the audit both', async () => {
    await rename('Логистика')
    expect(await get('teams', { companyId: HOME, teamId })).toMatchObject({ name: 'Логистика' })
    expect(await auditOf(HOME)).toMatchObject([
      { kind: 'teamRenamed', subject: 'Логистика', details: { nameBefore: 'Склад' } },
    ])
  })

  it('is not given the name of another, in whatever case', async () => {
    await set(['teams', { companyId: HOME, teamId: 'sales' }], aTeam({ name: 'Продажи' }))
    expect(await refusalOf(rename('ПРОДАЖИ'))).toEqual({ code: 'nameTaken' })
    await rename('СКЛАД')
    expect(await get('teams', { companyId: HOME, teamId })).toMatchObject({ name: 'СКЛАД' })
  })

  it('is not told of when its name stays', async () => {
    await rename('Склад')
    expect(await auditOf(HOME)).toEqual([])
  })

  it('of another company is not found', async () => {
    expect(await refusalOf(rename('Логистика', companyOf('other')))).toEqual({ code: 'notFound' })
  })
})
