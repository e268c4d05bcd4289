import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { invitationIdOf } from '#functions/invitations/invitationIdOf.ts'
import { inviteMembers } from '#functions/invitations/inviteMembers.ts'
import { resendInvitation } from '#functions/invitations/resendInvitation.ts'
import { changeMember } from '#functions/members/changeMember.ts'
import { endMembership } from '#functions/members/endMembership.ts'
import { get } from '#functions/store/store.ts'
import { DAY_MS } from '#shared/domain/time.ts'
import { NOON } from '#tests/builders/moments.ts'
import { BY_ANNA, addMember, auditOf, companyOf, foundCompany, person } from '../companyOf.ts'
import { useEmulatorProject } from '../emulatorProject.ts'

const project = useEmulatorProject('open-by')
const HOME = companyOf('home')
const SKI = companyOf('ski')
const IVAN = 'ivan@teply.test'
const BY_PETR = { by: person('petr'), byName: 'Пётр', address: '192.0.2.2' } as const
const MINUTE_LATER = NOON + 60_000

const invite = (email: string, companyIds = [HOME], now = NOON) =>
  inviteMembers({ companyIds, emails: [email], role: 'operator', locale: 'ru' }, BY_PETR, now)
const demote = (now = MINUTE_LATER) =>
  changeMember({ companyId: HOME, userId: person('petr'), role: 'operator' }, BY_ANNA, now)
const end = () =>
  endMembership(
    { companyId: HOME, userId: person('petr'), giveTo: '', kind: 'memberRemoved' },
    BY_ANNA,
    MINUTE_LATER,
  )
const stateOf = async (email: string, companyId = HOME) =>
  (await get('invitations', { companyId, invitationId: invitationIdOf(email) }))?.state
const revocations = async () =>
  (await auditOf(HOME))
    .filter(({ kind }) => kind === 'invitationRevoked')
    .map(({ subject, by }) => [subject, by])

beforeEach(async () => {
  await project.clear()
  await foundCompany(HOME)
  await foundCompany(SKI, 'Лыжи')
  await addMember(HOME, 'petr', { role: 'admin', name: 'Пётр' })
  await addMember(SKI, 'petr', { role: 'admin', name: 'Пётр' })
})
afterAll(() => project.close())

describe.each([
  ['who is an admin no more', demote],
  ['who is a member no more', end],
])('the invitations of one %s', (_, cease) => {
  it('are revoked there, told in the audit, and stay where he is an admin', async () => {
    await invite(IVAN, [HOME, SKI])
    await cease()
    expect(await stateOf(IVAN)).toBe('revoked')
    expect(await stateOf(IVAN, SKI)).toBe('sent')
    expect(await revocations()).toEqual([[IVAN, 'anna']])
  })

  it('are kept where another admin has sent them since', async () => {
    await invite(IVAN)
    await resendInvitation(
      { companyId: HOME, invitationId: invitationIdOf(IVAN), locale: 'ru' },
      { ...BY_ANNA },
      MINUTE_LATER,
    )
    await cease()
    expect(await stateOf(IVAN)).toBe('sent')
    expect(await revocations()).toEqual([])
  })
})

describe('an invitation', () => {
  it('that has run out is not revoked any more', async () => {
    await invite(IVAN)
    await demote(NOON + 8 * DAY_MS)
    expect(await stateOf(IVAN)).toBe('sent')
  })

  it('stays while its sender remains an admin, whatever else is changed of him', async () => {
    await invite(IVAN)
    await changeMember({ companyId: HOME, userId: person('petr'), visibility: 'own' }, BY_ANNA, MINUTE_LATER)
    expect(await stateOf(IVAN)).toBe('sent')
  })
})
