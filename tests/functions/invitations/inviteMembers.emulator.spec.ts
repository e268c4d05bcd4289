import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { emailHash } from '#functions/account/emailHash.ts'
import { invitationIdOf } from '#functions/invitations/invitationIdOf.ts'
import { inviteMembers } from '#functions/invitations/inviteMembers.ts'
import { readInvitation } from '#functions/invitations/readInvitation.ts'
import { firestore } from '#functions/store/firestore.ts'
import { get, set, update } from '#functions/store/store.ts'
import type { CompanyId } from '#shared/domain/ids.ts'
import { DAY_MS, HOUR_MS, MINUTE_MS } from '#shared/domain/time.ts'
import { NOON } from '#tests/builders/moments.ts'
import { BY_ANNA, addMember, auditOf, companyOf, foundCompany, mails, person } from '../companyOf.ts'
import { useEmulatorProject } from '../emulatorProject.ts'
import { refusalOf } from '../refusalOf.ts'

const project = useEmulatorProject('invite')
const HOME = companyOf('home')
const SKI = companyOf('ski')
const PETR = 'petr@teply.test'

beforeEach(async () => {
  await project.clear()
  await foundCompany(HOME, 'Тёплый дом')
  await foundCompany(SKI, 'Лыжи')
})
afterAll(() => project.close())

const invite = (emails: string[], companyIds: CompanyId[] = [HOME], now = NOON, by = BY_ANNA) =>
  inviteMembers({ companyIds, emails, role: 'operator', locale: 'ru' }, by, now)
const invitation = (companyId: CompanyId, email = PETR) =>
  get('invitations', { companyId, invitationId: invitationIdOf(email) })
const tokensOf = async () => (await mails()).map(({ token }) => token)

/** Petr has confirmed his address, and works in the companies. */
async function petrWorksIn(...companyIds: CompanyId[]): Promise<void> {
  await set(['userEmails', { emailHash: emailHash(PETR) }], { userId: person('petr') })
  for (const companyId of companyIds) await addMember(companyId, 'petr', {}, { email: PETR })
}

describe('an invitation', () => {
  it('is there for a week, with who sent it', async () => {
    await invite([PETR])
    expect(await invitation(HOME)).toEqual({
      email: PETR,
      role: 'operator',
      state: 'sent',
      companyIds: [HOME],
      companyNames: ['Тёплый дом'],
      invitedBy: 'anna',
      invitedByName: 'Анна',
      sentAt: NOON,
      expiresAt: NOON + 7 * DAY_MS,
      undelivered: false,
      acceptedBy: '',
    })
  })

  it('goes by one letter that names every company', async () => {
    await invite([PETR], [HOME, SKI])
    expect(await mails()).toMatchObject([{ to: PETR, subject: 'Приглашение в «Тёплый дом» и «Лыжи»' }])
    expect(await invitation(HOME)).toMatchObject({ companyNames: ['Тёплый дом', 'Лыжи'] })
    expect(await invitation(SKI)).toMatchObject({ companyNames: ['Тёплый дом', 'Лыжи'] })
  })

  it('goes to each of many addresses, once', async () => {
    await invite([PETR, 'olga@teply.test', PETR], [HOME, HOME])
    expect((await mails()).map(({ to }) => to).sort()).toEqual(['olga@teply.test', PETR])
  })

  it('keeps its token nowhere but in the letter', async () => {
    await invite([PETR])
    const [token = ''] = await tokensOf()
    expect(token).toHaveLength(43)
    const groups = ['invitations', 'invitationTokens', 'audit', 'rateLimits']
    const stored = await Promise.all(groups.map((name) => firestore().collectionGroup(name).get()))
    const documents = stored.flatMap(({ docs }) => docs.map((each) => [each.ref.path, each.data()]))
    expect(documents.length).toBeGreaterThan(4)
    expect(JSON.stringify(documents)).not.toContain(token)
  })

  it('is told in the audit of each company', async () => {
    await invite([PETR], [HOME, SKI])
    for (const companyId of [HOME, SKI]) {
      expect(await auditOf(companyId)).toEqual([
        { kind: 'memberInvited', ...BY_ANNA, subject: PETR, details: { role: 'operator' }, at: NOON },
      ])
    }
  })
})

describe('inviting an address that waits', () => {
  it('sends a new link and makes the old one void', async () => {
    await invite([PETR])
    await invite([PETR], [HOME], NOON + HOUR_MS)
    const [old = '', fresh = ''] = await tokensOf()
    expect(await refusalOf(readInvitation(old, NOON + HOUR_MS))).toEqual({ code: 'invitationExpired' })
    expect(await readInvitation(fresh, NOON + HOUR_MS)).toMatchObject({ companyNames: ['Тёплый дом'] })
    expect((await auditOf(HOME)).map(({ kind }) => kind)).toEqual(['memberInvited', 'invitationResent'])
  })

  it('leaves the old link what the new one does not name', async () => {
    await invite([PETR], [HOME, SKI])
    await invite([PETR], [HOME], NOON + HOUR_MS)
    const [old = ''] = await tokensOf()
    expect(await readInvitation(old, NOON + HOUR_MS)).toMatchObject({ companyNames: ['Лыжи'] })
  })

  it('twice in one breath is one letter', async () => {
    await Promise.all(Array.from({ length: 10 }, () => invite([PETR], [HOME, SKI])))
    expect(await mails()).toHaveLength(1)
    expect(await auditOf(HOME)).toHaveLength(1)
  })

  it('within minutes, in a list or not, mails nobody again: the links are good', async () => {
    await invite([PETR, 'olga@teply.test'])
    await invite(['ivan@teply.test', PETR, 'olga@teply.test'], [HOME], NOON + 4 * MINUTE_MS)
    const sent = await mails()
    expect(sent.map(({ to }) => to).sort()).toEqual(['ivan@teply.test', 'olga@teply.test', PETR])
    for (const { token } of sent)
      expect(await readInvitation(token, NOON)).toMatchObject({ role: 'operator' })
  })

  it.each([
    ['five minutes later', NOON + 5 * MINUTE_MS, { state: 'sent' as const }],
    ['where the letter did not arrive', NOON + 1000, { undelivered: true }],
    ['where it was somebody else who asked', NOON + 1000, { invitedBy: 'olga' }],
    ['in another role', NOON + 1000, { role: 'admin' as const }],
  ])('mails anew %s', async (_name, moment, change) => {
    await invite([PETR])
    await update(['invitations', { companyId: HOME, invitationId: invitationIdOf(PETR) }], change)
    await invite([PETR], [HOME], moment)
    expect(await mails()).toHaveLength(2)
    expect(await invitation(HOME)).toMatchObject({ undelivered: false, invitedBy: 'anna', sentAt: moment })
  })

  it('asks again where it was revoked', async () => {
    await invite([PETR])
    await update(['invitations', { companyId: HOME, invitationId: invitationIdOf(PETR) }], {
      state: 'revoked',
    })
    await invite([PETR], [HOME], NOON + 1000)
    expect(await invitation(HOME)).toMatchObject({ state: 'sent' })
    expect(await mails()).toHaveLength(2)
  })
})

describe('a member', () => {
  it('of every company is told of, and nobody is asked', async () => {
    await petrWorksIn(HOME, SKI)
    expect(await refusalOf(invite(['olga@teply.test', PETR], [HOME, SKI]))).toEqual({
      code: 'alreadyMember',
      email: PETR,
    })
    expect(await mails()).toEqual([])
  })

  it('of one company is asked into the other', async () => {
    await petrWorksIn(HOME)
    await invite([PETR], [HOME, SKI])
    expect(await mails()).toMatchObject([{ subject: 'Приглашение в «Лыжи»' }])
    expect(await invitation(HOME)).toBeUndefined()
  })
})

describe('who is no admin of a company', () => {
  it('invites nobody there, and nobody elsewhere by the same call', async () => {
    await set(['members', { companyId: SKI, userId: person('anna') }], {
      role: 'operator',
      name: 'Анна',
      sessionsValidAfterAt: 0,
      createdAt: NOON,
    })
    expect(await refusalOf(invite([PETR], [HOME, SKI]))).toEqual({ code: 'notFound' })
    expect(await refusalOf(invite([PETR], [HOME, companyOf('none')]))).toEqual({ code: 'notFound' })
    expect(await mails()).toEqual([])
  })
})

describe('a flood', () => {
  const many = (from: number, count: number) =>
    Array.from({ length: count }, (_, at) => `n${String(from + at)}@teply.test`)

  it('from one company ends at 200 letters a day', async () => {
    for (const from of [0, 50, 100, 150]) await invite(many(from, 50))
    const refusal = { code: 'tooManyAttempts', minutes: 24 * 60, email: PETR, sent: 0 }
    expect(await refusalOf(invite([PETR]))).toEqual(refusal)
    expect(await mails()).toHaveLength(200)
    await invite([PETR], [HOME], NOON + DAY_MS)
    expect(await mails()).toHaveLength(201)
  })

  it('breaks a list off, and says at whom and after how many', async () => {
    for (const from of [0, 50, 100]) await invite(many(from, 50))
    await invite(many(150, 48))
    const list = many(300, 5)
    const refusal = { code: 'tooManyAttempts', minutes: 24 * 60, email: list[2], sent: 2 }
    expect(await refusalOf(invite(list))).toEqual(refusal)
    const asked = (await mails()).map(({ to }) => to)
    expect(list.filter((email) => asked.includes(email))).toEqual(list.slice(0, 2))
  })

  it('to one address ends at 20 letters a day, from whomever', async () => {
    for (let at = 0; at < 20; at++) await invite([PETR], [at % 2 ? HOME : SKI], NOON + at * 3 * MINUTE_MS)
    expect(await refusalOf(invite([PETR], [HOME], NOON + 2 * HOUR_MS))).toMatchObject({
      code: 'tooManyAttempts',
    })
    expect(await mails()).toHaveLength(20)
  })
})
