import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { emailHash } from '#functions/account/emailHash.ts'
import { acceptInvitation } from '#functions/invitations/acceptInvitation.ts'
import { invitationIdOf } from '#functions/invitations/invitationIdOf.ts'
import { inviteMembers } from '#functions/invitations/inviteMembers.ts'
import { readInvitation } from '#functions/invitations/readInvitation.ts'
import { resendInvitation } from '#functions/invitations/resendInvitation.ts'
import { endMembership } from '#functions/members/endMembership.ts'
import { firestore } from '#functions/store/firestore.ts'
import { get, remove, set, update } from '#functions/store/store.ts'
import type { CompanyId } from '#shared/domain/ids.ts'
import { DAY_MS } from '#shared/domain/time.ts'
import type { User } from '#shared/domain/user.ts'
import { InvalidInputError } from '#shared/provider/InvalidInputError.ts'
import { aUser } from '#tests/builders/aUser.ts'
import { NOON } from '#tests/builders/moments.ts'
import { BY_ANNA, addMember, auditOf, companyOf, foundCompany, mails, person } from '../companyOf.ts'
import { useEmulatorProject } from '../emulatorProject.ts'
import { refusalOf } from '../refusalOf.ts'

const project = useEmulatorProject('accept')
const HOME = companyOf('home')
const SKI = companyOf('ski')
const MAIL = 'petr@teply.test'
const THEN = NOON + 1000
let token = ''

beforeEach(async () => {
  await project.clear()
  await foundCompany(HOME, 'Тёплый дом')
  await foundCompany(SKI, 'Лыжи')
  token = await invite([HOME, SKI])
})
afterAll(() => project.close())

async function invite(companyIds: CompanyId[], now = NOON): Promise<string> {
  await inviteMembers({ companyIds, emails: [MAIL], role: 'operator', locale: 'ru' }, BY_ANNA, now)
  return (await mails()).at(-1)?.token ?? ''
}

const register = (id: string, user: Partial<User> = {}) =>
  set(['users', { userId: person(id) }], aUser({ name: 'Пётр', companyIds: [], ...user }))
const accept = (id: string, name = '', now = THEN, link = token) =>
  acceptInvitation({ userId: person(id), token: link, name, address: '192.0.2.7' }, now)
const member = (id: string, companyId = HOME) => get('members', { companyId, userId: person(id) })
const user = (id: string) => get('users', { userId: person(id) })
const invitation = (companyId = HOME) => get('invitations', { companyId, invitationId: invitationIdOf(MAIL) })

describe('who follows the link', () => {
  it('becomes a member of every company, in the role that was meant', async () => {
    await register('petr', { about: 'Продавец', avatar: 'avatars/petr/1.webp', sessionsValidAfterAt: 5 })
    expect(await accept('petr')).toEqual({ companyId: HOME })
    for (const companyId of [HOME, SKI]) {
      expect(await member('petr', companyId)).toEqual({
        role: 'operator',
        name: 'Пётр',
        about: 'Продавец',
        avatar: 'avatars/petr/1.webp',
        teamIds: [],
        visibility: 'all',
        sessionsValidAfterAt: 5,
        createdAt: THEN,
      })
    }
    expect((await user('petr'))?.companyIds).toEqual([HOME, SKI])
  })

  it('has the name he gives where he has none', async () => {
    await register('petr', { name: '' })
    await accept('petr', 'Пётр Первый')
    expect([(await member('petr'))?.name, (await user('petr'))?.name]).toEqual(['Пётр Первый', 'Пётр Первый'])
  })

  it('keeps the name he has', async () => {
    await register('petr')
    await accept('petr', 'Другой')
    expect([(await member('petr'))?.name, (await user('petr'))?.name]).toEqual(['Пётр', 'Пётр'])
  })

  it('must have a name', async () => {
    await register('petr', { name: '' })
    await expect(accept('petr')).rejects.toThrow(InvalidInputError)
    expect(await member('petr')).toBeUndefined()
    expect(await invitation()).toMatchObject({ state: 'sent' })
  })

  it('must have an account', async () => {
    expect(await refusalOf(accept('nobody', 'Никто'))).toEqual({ code: 'notFound' })
  })

  it('is told of in the audit of each company', async () => {
    await register('petr')
    await accept('petr')
    expect((await auditOf(SKI)).at(-1)).toEqual({
      kind: 'memberJoined',
      by: 'petr',
      byName: 'Пётр',
      subject: 'Пётр',
      details: { email: MAIL, role: 'operator' },
      address: '192.0.2.7',
      at: THEN,
    })
  })

  it('uses it up', async () => {
    await register('petr')
    await register('eve')
    await accept('petr')
    expect(await invitation(SKI)).toMatchObject({ state: 'accepted', acceptedBy: 'petr' })
    expect(await refusalOf(accept('eve'))).toEqual({ code: 'invitationUsed' })
    expect(await refusalOf(readInvitation(token, NOON))).toEqual({ code: 'invitationUsed' })
    expect(await member('eve')).toBeUndefined()
  })
})

describe('the mailed address', () => {
  it('is his from now on, where he has none', async () => {
    await register('petr', { pendingEmail: MAIL })
    await accept('petr')
    expect(await user('petr')).toMatchObject({ email: MAIL, pendingEmail: '' })
    expect(await get('userEmails', { emailHash: emailHash(MAIL) })).toEqual({ userId: 'petr' })
  })

  it('does not take the place of another he has, or waits for', async () => {
    await register('petr', { email: 'own@petr.test', pendingEmail: 'next@petr.test' })
    await accept('petr')
    expect(await user('petr')).toMatchObject({ email: 'own@petr.test', pendingEmail: 'next@petr.test' })
    expect(await get('userEmails', { emailHash: emailHash(MAIL) })).toBeUndefined()
  })

  it('stays whose it is', async () => {
    await set(['userEmails', { emailHash: emailHash(MAIL) }], { userId: person('olga') })
    await register('petr')
    await accept('petr')
    expect(await user('petr')).toMatchObject({ email: '' })
    expect(await get('userEmails', { emailHash: emailHash(MAIL) })).toEqual({ userId: 'olga' })
  })
})

describe('accepting at once', () => {
  it('by two people makes one a member', async () => {
    await register('petr')
    await register('eve')
    const outcomes = await Promise.allSettled([accept('petr'), accept('eve')])
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect([await member('petr'), await member('eve')].filter(Boolean)).toHaveLength(1)
  })

  it('ten times by one person makes one membership, and each try says so', async () => {
    await register('petr')
    const outcomes = await Promise.all(Array.from({ length: 10 }, () => accept('petr')))
    expect(outcomes).toEqual(Array.from({ length: 10 }, () => ({ companyId: HOME })))
    expect((await auditOf(HOME)).map(({ kind }) => kind)).toEqual(['memberInvited', 'memberJoined'])
    expect((await user('petr'))?.companyIds).toEqual([HOME, SKI])
  })
})

describe('a member already', () => {
  it('of every company is told so, and the link is used up', async () => {
    await addMember(HOME, 'petr', { role: 'admin', name: 'Пётр' })
    await addMember(SKI, 'petr', { role: 'admin', name: 'Пётр' })
    expect(await refusalOf(accept('petr'))).toEqual({ code: 'alreadyMember' })
    expect(await invitation()).toMatchObject({ state: 'accepted', acceptedBy: 'petr' })
    expect(await member('petr')).toMatchObject({ role: 'admin' })
    expect((await auditOf(HOME)).map(({ kind }) => kind)).toEqual(['memberInvited'])
  })

  it('of one company joins the other, and keeps his role', async () => {
    await addMember(HOME, 'petr', { role: 'admin', name: 'Пётр' })
    expect(await accept('petr')).toEqual({ companyId: SKI })
    expect(await member('petr')).toMatchObject({ role: 'admin' })
    expect(await member('petr', SKI)).toMatchObject({ role: 'operator' })
  })
})

describe('a link', () => {
  it('that was never sent leads nowhere', async () => {
    await register('petr')
    expect(await refusalOf(accept('petr', '', NOON, 'A'.repeat(43)))).toEqual({ code: 'notFound' })
    expect(await refusalOf(readInvitation('A'.repeat(43), NOON))).toEqual({ code: 'notFound' })
  })

  it('ends after seven days, to the millisecond', async () => {
    await register('petr')
    const end = NOON + 7 * DAY_MS
    expect(await readInvitation(token, end - 1)).toMatchObject({ role: 'operator' })
    expect(await refusalOf(readInvitation(token, end))).toEqual({ code: 'invitationExpired' })
    expect(await refusalOf(accept('petr', '', end))).toEqual({ code: 'invitationExpired' })
    expect(await member('petr')).toBeUndefined()
  })

  it('is not used up by looking at it, however often', async () => {
    await register('petr')
    for (let at = 0; at < 5; at++) await readInvitation(token, NOON)
    expect(await accept('petr')).toEqual({ companyId: HOME })
  })

  describe.each([
    ['was removed', (companyId: CompanyId) => remove('members', { companyId, userId: person('anna') })],
    [
      'is an operator now',
      (companyId: CompanyId) =>
        update(['members', { companyId, userId: person('anna') }], { role: 'operator' }),
    ],
  ])('whose sender %s', (_name, end) => {
    it('opens nothing, and says that it was taken back', async () => {
      await register('petr')
      await Promise.all([end(HOME), end(SKI)])
      expect(await refusalOf(accept('petr'))).toEqual({ code: 'invitationRevoked' })
      expect(await refusalOf(readInvitation(token, THEN))).toEqual({ code: 'invitationRevoked' })
      expect([await member('petr'), await member('petr', SKI)]).toEqual([undefined, undefined])
    })

    it('in one company opens the other alone', async () => {
      await register('petr')
      await end(HOME)
      expect(await readInvitation(token, THEN)).toMatchObject({ companyNames: ['Лыжи'] })
      expect(await accept('petr')).toEqual({ companyId: SKI })
      expect([await member('petr'), await invitation()]).toMatchObject([undefined, { state: 'sent' }])
    })

    it('opens the company again once an admin sends it anew', async () => {
      await register('petr')
      await end(HOME)
      await addMember(HOME, 'olga', { role: 'admin' })
      const letter = { companyId: HOME, invitationId: invitationIdOf(MAIL), locale: 'ru' } as const
      await resendInvitation(letter, { ...BY_ANNA, by: person('olga') }, THEN + DAY_MS)
      const fresh = (await mails()).at(-1)?.token ?? ''
      expect(await accept('petr', '', THEN + DAY_MS, fresh)).toEqual({ companyId: HOME })
    })
  })

  it('does not bring back who was removed since', async () => {
    await register('petr')
    await accept('petr')
    for (const companyId of [HOME, SKI]) {
      const end = { companyId, userId: person('petr'), giveTo: '', kind: 'memberRemoved' } as const
      await endMembership(end, BY_ANNA, NOON)
    }
    expect(await refusalOf(accept('petr'))).toEqual({ code: 'invitationUsed' })
    expect((await firestore().collectionGroup('members').where('name', '==', 'Пётр').get()).size).toBe(0)
  })
})
