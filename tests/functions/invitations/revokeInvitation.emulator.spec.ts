import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { acceptInvitation } from '#functions/invitations/acceptInvitation.ts'
import { invitationIdOf } from '#functions/invitations/invitationIdOf.ts'
import { inviteMembers } from '#functions/invitations/inviteMembers.ts'
import { readInvitation } from '#functions/invitations/readInvitation.ts'
import { revokeInvitation } from '#functions/invitations/revokeInvitation.ts'
import { get, set } from '#functions/store/store.ts'
import type { CompanyId } from '#shared/domain/ids.ts'
import { aUser } from '#tests/builders/aUser.ts'
import { NOON } from '#tests/builders/moments.ts'
import { BY_ANNA, auditOf, companyOf, foundCompany, mails, person } from '../companyOf.ts'
import { useEmulatorProject } from '../emulatorProject.ts'
import { refusalOf } from '../refusalOf.ts'

const project = useEmulatorProject('revoke')
const HOME = companyOf('home')
const SKI = companyOf('ski')
const PETR = 'petr@teply.test'
const invitationId = invitationIdOf(PETR)

beforeEach(async () => {
  await project.clear()
  await foundCompany(HOME, 'Тёплый дом')
  await foundCompany(SKI, 'Лыжи')
  await inviteMembers({ companyIds: [HOME, SKI], emails: [PETR], role: 'admin', locale: 'ru' }, BY_ANNA, NOON)
  await set(['users', { userId: person('petr') }], aUser({ name: 'Пётр', companyIds: [] }))
})
afterAll(() => project.close())

const revoke = (companyId: CompanyId) => revokeInvitation({ companyId, invitationId }, BY_ANNA, NOON + 1000)
const token = async () => (await mails())[0]?.token ?? ''
const accept = async () =>
  acceptInvitation({ userId: person('petr'), token: await token(), name: '', address: '' }, NOON)

describe('a revoked invitation', () => {
  it('opens its company no more, and the others of its letter still', async () => {
    await revoke(HOME)
    expect(await readInvitation(await token(), NOON)).toMatchObject({ companyNames: ['Лыжи'] })
    await accept()
    expect(await get('members', { companyId: HOME, userId: person('petr') })).toBeUndefined()
    expect(await get('members', { companyId: SKI, userId: person('petr') })).toBeDefined()
  })

  it('says so where nothing else is left of it', async () => {
    await revoke(HOME)
    await revoke(SKI)
    expect(await refusalOf(readInvitation(await token(), NOON))).toEqual({ code: 'invitationRevoked' })
    expect(await refusalOf(accept())).toEqual({ code: 'invitationRevoked' })
  })

  it('is told in the audit, once', async () => {
    await revoke(HOME)
    await revoke(HOME)
    expect((await auditOf(HOME)).map(({ kind, subject }) => [kind, subject])).toEqual([
      ['memberInvited', PETR],
      ['invitationRevoked', PETR],
    ])
    expect(await auditOf(SKI)).toHaveLength(1)
  })
})

describe('revoking', () => {
  it('comes too late once it is accepted', async () => {
    await accept()
    expect(await refusalOf(revoke(HOME))).toEqual({ code: 'invitationUsed' })
  })

  it('finds no invitation of another company', async () => {
    expect(await refusalOf(revoke(companyOf('none')))).toEqual({ code: 'notFound' })
  })
})
