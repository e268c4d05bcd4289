import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { changeMember } from '#functions/members/changeMember.ts'
import type { MemberChange } from '#functions/members/changeMember.ts'
import { get, set } from '#functions/store/store.ts'
import { teamIdSchema } from '#shared/domain/ids.ts'
import { aTeam } from '#tests/builders/aTeam.ts'
import { NOON } from '#tests/builders/moments.ts'
import { BY_ANNA, addMember, auditOf, companyOf, foundCompany, person } from '../companyOf.ts'
import { useEmulatorProject } from '../emulatorProject.ts'
import { refusalOf } from '../refusalOf.ts'

const project = useEmulatorProject('change-member')
const HOME = companyOf('home')
const [SALES, STOCK] = [teamIdSchema.parse('sales'), teamIdSchema.parse('stock')]

beforeEach(async () => {
  await project.clear()
  await foundCompany(HOME)
  await addMember(HOME, 'olga', { name: 'Ольга', about: 'Продавец' })
  await set(['teams', { companyId: HOME, teamId: SALES }], aTeam({ name: 'Продажи' }))
  await set(['teams', { companyId: HOME, teamId: STOCK }], aTeam({ name: 'Склад' }))
})
afterAll(() => project.close())

const change = (id: string, wanted: Omit<MemberChange, 'companyId' | 'userId'>) =>
  changeMember({ companyId: HOME, userId: person(id), ...wanted }, BY_ANNA, NOON)
const member = (id: string) => get('members', { companyId: HOME, userId: person(id) })

describe('a member', () => {
  it('gets what is named, and keeps the rest', async () => {
    await change('olga', { visibility: 'team' })
    expect(await member('olga')).toMatchObject({ role: 'operator', visibility: 'team', about: 'Продавец' })
    await change('olga', { role: 'admin' })
    expect(await member('olga')).toMatchObject({ role: 'admin', visibility: 'team', teamIds: [] })
    await change('olga', { teamIds: [SALES, STOCK, SALES] })
    expect(await member('olga')).toMatchObject({ role: 'admin', teamIds: [SALES, STOCK] })
    await change('olga', { teamIds: [] })
    expect(await member('olga')).toMatchObject({ teamIds: [] })
  })

  it('is told of in the audit, with what it was before', async () => {
    await change('olga', { role: 'admin', visibility: 'own', teamIds: [STOCK, SALES] })
    expect(await auditOf(HOME)).toEqual([
      {
        kind: 'memberChanged',
        ...BY_ANNA,
        subject: 'Ольга',
        details: {
          role: 'admin',
          roleBefore: 'operator',
          visibility: 'own',
          visibilityBefore: 'all',
          teams: 'Продажи, Склад',
          teamsBefore: '',
        },
        at: NOON,
      },
    ])
  })

  it('is not told of when nothing changes', async () => {
    await change('olga', { role: 'operator', visibility: 'all', teamIds: [] })
    await change('olga', {})
    expect(await auditOf(HOME)).toEqual([])
  })

  it('gets no team that is not there', async () => {
    const none = teamIdSchema.parse('none')
    expect(await refusalOf(change('olga', { role: 'admin', teamIds: [SALES, none] }))).toEqual({
      code: 'notFound',
    })
    expect(await member('olga')).toMatchObject({ role: 'operator', teamIds: [] })
  })

  it('of another company is not found', async () => {
    await addMember(companyOf('other'), 'petr')
    expect(await refusalOf(change('petr', { role: 'admin' }))).toEqual({ code: 'notFound' })
  })
})

describe('the last admin', () => {
  it('stays one', async () => {
    expect(await refusalOf(change('anna', { role: 'operator' }))).toEqual({ code: 'lastAdmin' })
    expect(await member('anna')).toMatchObject({ role: 'admin' })
  })

  it('may change what else there is', async () => {
    await change('anna', { visibility: 'own', role: 'admin' })
    expect(await member('anna')).toMatchObject({ role: 'admin', visibility: 'own' })
  })

  it('remains when two take the role from each other at once', async () => {
    await addMember(HOME, 'petr', { role: 'admin' })
    const outcomes = await Promise.allSettled([
      change('anna', { role: 'operator' }),
      change('petr', { role: 'operator' }),
    ])
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    const roles = [(await member('anna'))?.role, (await member('petr'))?.role]
    expect(roles.sort()).toEqual(['admin', 'operator'])
  })
})
