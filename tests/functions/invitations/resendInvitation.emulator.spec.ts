import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { acceptInvitation } from '#functions/invitations/acceptInvitation.ts'
import { invitationIdOf } from '#functions/invitations/invitationIdOf.ts'
import type { Inviter } from '#functions/invitations/inviteMembers.ts'
import { inviteMembers } from '#functions/invitations/inviteMembers.ts'
import { readInvitation } from '#functions/invitations/readInvitation.ts'
import { resendInvitation } from '#functions/invitations/resendInvitation.ts'
import { revokeInvitation } from '#functions/invitations/revokeInvitation.ts'
import { get, set } from '#functions/store/store.ts'
import type { CompanyId } from '#shared/domain/ids.ts'
import { DAY_MS, HOUR_MS } from '#shared/domain/time.ts'
import { aUser } from '#tests/builders/aUser.ts'
import { NOON } from '#tests/builders/moments.ts'
import { BY_ANNA, addMember, auditOf, companyOf, foundCompany, mails, person } from '../companyOf.ts'
import { useEmulatorProject } from '../emulatorProject.ts'
import { refusalOf } from '../refusalOf.ts'

const project = useEmulatorProject('resend')
const HOME = companyOf('home')
const SKI = companyOf('ski')
const PETR = 'petr@teply.test'
const LATER = NOON + HOUR_MS
const invitationId = invitationIdOf(PETR)

beforeEach(async () => {
  await project.clear()
  await foundCompany(HOME, 'Тёплый дом')
  await foundCompany(SKI, 'Лыжи')
  await inviteMembers({ companyIds: [HOME, SKI], emails: [PETR], role: 'admin', locale: 'ru' }, BY_ANNA, NOON)
})
afterAll(() => project.close())

const resend = (now = LATER, companyId: CompanyId = HOME, by: Inviter = BY_ANNA) =>
  resendInvitation({ companyId, invitationId, locale: 'en' }, by, now)
const tokens = async () => (await mails()).map(({ token }) => token)

describe('sent again', () => {
  it('an invitation has a new link for all its companies; the old one is void', async () => {
    await resend()
    const [old = '', fresh = ''] = await tokens()
    expect(fresh).not.toBe(old)
    expect(await refusalOf(readInvitation(old, LATER))).toEqual({ code: 'invitationExpired' })
    expect(await readInvitation(fresh, LATER)).toEqual({
      companyNames: ['Тёплый дом', 'Лыжи'],
      role: 'admin',
      invitedByName: 'Анна',
    })
    expect((await mails())[1]?.subject).toBe('Invitation to “Тёплый дом” and “Лыжи”')
  })

  it('it is good for another week, though it had expired', async () => {
    await resend(NOON + 30 * DAY_MS)
    const [, fresh = ''] = await tokens()
    expect(await readInvitation(fresh, NOON + 36 * DAY_MS)).toMatchObject({ role: 'admin' })
    expect(await refusalOf(readInvitation(fresh, NOON + 37 * DAY_MS))).toEqual({ code: 'invitationExpired' })
  })

  it('it is told in the audit', async () => {
    await resend()
    expect((await auditOf(SKI)).map(({ kind, subject }) => [kind, subject])).toEqual([
      ['memberInvited', PETR],
      ['invitationResent', PETR],
    ])
  })

  it('it leaves out a company the person is no admin of: the first link still leads there', async () => {
    await addMember(HOME, 'olga', { role: 'admin' })
    await addMember(SKI, 'olga', { role: 'operator' })
    await resend(LATER, HOME, { ...BY_ANNA, by: person('olga') })
    const [old = '', fresh = ''] = await tokens()
    expect(await readInvitation(fresh, LATER)).toMatchObject({ companyNames: ['Тёплый дом'] })
    expect(await readInvitation(old, LATER)).toMatchObject({ companyNames: ['Лыжи'] })
  })

  it('it leaves out a company where it was revoked', async () => {
    await revokeInvitation({ companyId: SKI, invitationId }, BY_ANNA, NOON)
    await resend()
    const [, fresh = ''] = await tokens()
    expect(await readInvitation(fresh, LATER)).toMatchObject({ companyNames: ['Тёплый дом'] })
    expect(await get('invitations', { companyId: SKI, invitationId })).toMatchObject({ state: 'revoked' })
  })

  it('ten times in one breath it is one letter', async () => {
    const sent = await Promise.all(Array.from({ length: 10 }, () => resend()))
    expect(await mails()).toHaveLength(2)
    expect(sent.filter((isSent) => isSent)).toHaveLength(1)
  })
})

describe('not sent again is an invitation', () => {
  it('that is not there', async () => {
    const none = resendInvitation(
      { companyId: HOME, invitationId: invitationIdOf('none@teply.test'), locale: 'ru' },
      BY_ANNA,
      LATER,
    )
    expect(await refusalOf(none)).toEqual({ code: 'notFound' })
  })

  it('that was revoked', async () => {
    await revokeInvitation({ companyId: HOME, invitationId }, BY_ANNA, NOON)
    expect(await refusalOf(resend())).toEqual({ code: 'invitationRevoked' })
  })

  it('that was accepted', async () => {
    await set(['users', { userId: person('petr') }], aUser({ companyIds: [] }))
    const [token = ''] = await tokens()
    await acceptInvitation({ userId: person('petr'), token, name: '', address: '' }, NOON)
    expect(await refusalOf(resend())).toEqual({ code: 'invitationUsed' })
    expect(await mails()).toHaveLength(1)
  })
})
