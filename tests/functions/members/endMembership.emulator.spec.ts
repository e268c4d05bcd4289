import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { endMembership } from '#functions/members/endMembership.ts'
import { firestore } from '#functions/store/firestore.ts'
import { find, get, remove, set } from '#functions/store/store.ts'
import type { Conversation } from '#shared/domain/conversation.ts'
import type { TeamId, UserId } from '#shared/domain/ids.ts'
import { conversationIdSchema, teamIdSchema } from '#shared/domain/ids.ts'
import { aContact } from '#tests/builders/aContact.ts'
import { aConversation } from '#tests/builders/aConversation.ts'
import { aTeam } from '#tests/builders/aTeam.ts'
import { AN_HOUR_AGO, NOON } from '#tests/builders/moments.ts'
import { BY_ANNA, addMember, auditOf, companyOf, foundCompany, person } from '../companyOf.ts'
import { useEmulatorProject } from '../emulatorProject.ts'
import { refusalOf } from '../refusalOf.ts'

const project = useEmulatorProject('end-membership')
const HOME = companyOf('home')

beforeEach(async () => {
  await project.clear()
  await foundCompany(HOME)
  await addMember(HOME, 'olga', { name: 'Ольга' })
  await addMember(HOME, 'petr', { name: 'Пётр' })
})
afterAll(() => project.close())

const end = (id: string, giveTo: UserId | '' = '', giveToTeamId?: TeamId) => {
  const kind = 'memberRemoved'
  return endMembership({ companyId: HOME, userId: person(id), giveTo, giveToTeamId, kind }, BY_ANNA, NOON)
}
const SALES = teamIdSchema.parse('sales')
const member = (id: string) => get('members', { companyId: HOME, userId: person(id) })
const conversation = (conversationId: string) => get('conversations', { companyId: HOME, conversationId })
const contact = (contactId: string) => get('contacts', { companyId: HOME, contactId })
const events = async (conversationId: string) =>
  (await find('conversationEvents', {}, 10, { companyId: HOME, conversationId })).map(({ data }) => data)

/** A conversation with its contact, who bears the same id. */
async function converse(
  id: string,
  assigneeId: string,
  state: Conversation['state'] = 'open',
): Promise<void> {
  const conversationId = conversationIdSchema.parse(id)
  await set(
    ['conversations', { companyId: HOME, conversationId }],
    aConversation({ contactId: id, assigneeId, state }),
  )
  await set(['contacts', { companyId: HOME, contactId: id }], aContact({ conversationId, assigneeId }))
}

describe('who is removed', () => {
  it('is no member any more, nor does his own document name the company', async () => {
    await set(['memberActivity', { companyId: HOME, userId: person('olga') }], { lastSeenAt: NOON })
    await end('olga')
    expect(await member('olga')).toBeUndefined()
    expect((await get('users', { userId: person('olga') }))?.companyIds).toEqual([])
    expect(await get('memberActivity', { companyId: HOME, userId: person('olga') })).toBeUndefined()
    expect(await member('petr')).toBeDefined()
  })

  it('stays in his other companies', async () => {
    const other = companyOf('other')
    await addMember(other, 'olga')
    await end('olga')
    expect((await get('users', { userId: person('olga') }))?.companyIds).toEqual([other])
    expect(await get('members', { companyId: other, userId: person('olga') })).toBeDefined()
  })

  it('is told of in the audit', async () => {
    await end('olga', person('petr'))
    expect(await auditOf(HOME)).toEqual([
      {
        kind: 'memberRemoved',
        ...BY_ANNA,
        subject: 'Ольга',
        details: { role: 'operator', conversationsTo: 'Пётр' },
        at: NOON,
      },
    ])
  })

  it('may have lost his account already', async () => {
    await remove('users', { userId: person('olga') })
    await end('olga')
    expect(await member('olga')).toBeUndefined()
  })
})

describe('his open conversations', () => {
  it('go to whom they are given, each with its contact and its event', async () => {
    await converse('open', 'olga')
    await end('olga', person('petr'))
    const row = await conversation('open')
    expect(row).toMatchObject({ assigneeId: 'petr', sortAt: AN_HOUR_AGO })
    expect(row?.updatedAt).not.toBe(AN_HOUR_AGO)
    expect(await contact('open')).toMatchObject({ assigneeId: 'petr' })
    expect(await events('open')).toEqual([
      { kind: 'assigned', from: 'olga', to: 'petr', by: 'anna', byName: 'Анна', at: NOON },
    ])
    const { docs } = await firestore().collection(`companies/${HOME}/conversations/open/events`).get()
    expect(row?.lastEventId).toBe(docs[0]?.id)
  })

  it('go to nobody where nobody is named', async () => {
    await converse('open', 'olga')
    await end('olga')
    expect(await conversation('open')).toMatchObject({ assigneeId: '' })
    expect(await contact('open')).toMatchObject({ assigneeId: '' })
  })

  it('all go, the archived ones to nobody, and nobody else’s', async () => {
    const ids = Array.from({ length: 120 }, (_, at) => `c${String(at)}`)
    await Promise.all(ids.map((id) => converse(id, 'olga')))
    await converse('others', 'petr')
    await converse('archived', 'olga', 'archived')
    await end('olga', person('petr'))
    const moved = await Promise.all(ids.map(conversation))
    expect(new Set(moved.map((each) => each?.assigneeId))).toEqual(new Set(['petr']))
    expect(await events('others')).toEqual([])
    expect(await conversation('archived')).toMatchObject({ assigneeId: '' })
  })

  it('take those along that are put off', async () => {
    await converse('later', 'olga', 'snoozed')
    await end('olga', person('petr'))
    expect(await conversation('later')).toMatchObject({ assigneeId: 'petr', state: 'snoozed' })
  })

  it('go to a team, where one is named: nobody’s of that team, told by two events', async () => {
    await set(['teams', { companyId: HOME, teamId: SALES }], aTeam({ name: 'Продажи' }))
    await converse('open', 'olga')
    await converse('archived', 'olga', 'archived')
    await end('olga', '', SALES)
    expect(await conversation('open')).toMatchObject({ assigneeId: '', teamId: 'sales' })
    expect(await contact('open')).toMatchObject({ assigneeId: '', teamId: 'sales' })
    expect(await conversation('archived')).toMatchObject({ assigneeId: '', teamId: '' })
    const by = { by: 'anna', byName: 'Анна', at: NOON }
    const told = await events('open')
    expect(told).toHaveLength(2)
    expect(told).toContainEqual({ kind: 'assigned', from: 'olga', to: '', ...by })
    expect(told).toContainEqual({ kind: 'teamAssigned', from: '', to: 'sales', ...by })
    expect(await auditOf(HOME)).toMatchObject([{ details: { conversationsTo: 'Продажи' } }])
  })

  it('are not given to a team that is not there, and nobody is removed', async () => {
    expect(await refusalOf(end('olga', '', SALES))).toEqual({ code: 'notFound' })
    expect(await member('olga')).toBeDefined()
  })

  it('leave alone a contact whose latest conversation is another', async () => {
    await converse('open', 'olga')
    const conversationId = conversationIdSchema.parse('newer')
    await set(
      ['contacts', { companyId: HOME, contactId: 'open' }],
      aContact({ conversationId, assigneeId: 'x' }),
    )
    await end('olga')
    expect(await contact('open')).toMatchObject({ assigneeId: 'x' })
  })

  it('need no contact', async () => {
    await converse('open', 'olga')
    await remove('contacts', { companyId: HOME, contactId: 'open' })
    await end('olga')
    expect(await conversation('open')).toMatchObject({ assigneeId: '' })
  })

  it('go when it is asked for again, where the first try broke off', async () => {
    await remove('members', { companyId: HOME, userId: person('olga') })
    await converse('left', 'olga')
    await end('olga', person('petr'))
    expect(await conversation('left')).toMatchObject({ assigneeId: 'petr' })
    expect(await refusalOf(end('olga', person('petr')))).toEqual({ code: 'notFound' })
  })

  it.each(['olga', 'stranger', 'none'])('are not given to %s, and nobody is removed', async (to) => {
    await addMember(companyOf('other'), 'stranger')
    expect(await refusalOf(end('olga', person(to)))).toEqual({ code: 'notFound' })
    expect(await member('olga')).toBeDefined()
  })
})

describe('the last admin', () => {
  it('is not removed, and does not leave', async () => {
    expect(await refusalOf(end('anna'))).toEqual({ code: 'lastAdmin' })
    const leaving = { companyId: HOME, userId: person('anna'), giveTo: '', kind: 'memberLeft' } as const
    expect(await refusalOf(endMembership(leaving, BY_ANNA, NOON))).toEqual({ code: 'lastAdmin' })
    expect(await member('anna')).toBeDefined()
  })

  it('remains when the only two leave at once', async () => {
    await addMember(HOME, 'irina', { role: 'admin' })
    const outcomes = await Promise.allSettled([end('anna'), end('irina')])
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect([await member('anna'), await member('irina')].filter(Boolean)).toHaveLength(1)
  })
})

describe('who leaves', () => {
  it('is told of as one who left', async () => {
    const leaving = { companyId: HOME, userId: person('olga'), giveTo: '', kind: 'memberLeft' } as const
    const actor = { by: person('olga'), byName: 'Ольга', address: '' }
    await endMembership(leaving, actor, NOON)
    expect(await auditOf(HOME)).toMatchObject([{ kind: 'memberLeft', by: 'olga', subject: 'Ольга' }])
  })
})
