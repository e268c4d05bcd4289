import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { reassignConversations } from '#functions/members/reassignConversations.ts'
import { sweepReassignments } from '#functions/members/sweepReassignments.ts'
import { AT_WORK_MS, noteReassignment } from '#functions/members/unfinishedReassignment.ts'
import { endMembership } from '#functions/members/endMembership.ts'
import { deleteTeam } from '#functions/teams/deleteTeam.ts'
import { find, get, remove, set, transaction } from '#functions/store/store.ts'
import { conversationIdSchema, noteIdSchema, teamIdSchema } from '#shared/domain/ids.ts'
import { aContact } from '#tests/builders/aContact.ts'
import { aConversation } from '#tests/builders/aConversation.ts'
import { NOON } from '#tests/builders/moments.ts'
import { BY_ANNA, addMember, companyOf, foundCompany, person } from '../companyOf.ts'
import { useEmulatorProject } from '../emulatorProject.ts'

const project = useEmulatorProject('reassignments')
const HOME = companyOf('home')
const SALES = teamIdSchema.parse('sales')
const LATER = NOON + AT_WORK_MS

beforeEach(async () => {
  await project.clear()
  await foundCompany(HOME)
  await addMember(HOME, 'petr', { name: 'Пётр' })
})
afterAll(() => project.close())

const conversation = (conversationId: string) => get('conversations', { companyId: HOME, conversationId })
const unfinished = () => find('reassignmentsDue', { range: LATER }, 10)

async function converse(id: string, change: Parameters<typeof aConversation>[0]): Promise<void> {
  const conversationId = conversationIdSchema.parse(id)
  const { assigneeId = '', teamId = '' } = change ?? {}
  await set(
    ['conversations', { companyId: HOME, conversationId }],
    aConversation({ contactId: id, ...change }),
  )
  await set(
    ['contacts', { companyId: HOME, contactId: id }],
    aContact({ conversationId, assigneeId, teamId }),
  )
}

const his = { companyId: HOME, userId: person('olga'), conversationId: 'open' }
async function keepOwn(): Promise<void> {
  await set(['drafts', his], { text: 'Начал', note: '', updatedAt: NOON })
  await set(['mutes', his], { mutedAt: NOON })
  const by = person('petr')
  await set(['mentions', his], { noteId: noteIdSchema.parse('note'), by, byName: 'Пётр', at: NOON })
}
const own = () => Promise.all([get('drafts', his), get('mutes', his), get('mentions', his)])

/** What the first transaction leaves, and no more: the process dies. */
const breakOff = (left: {
  kind: 'member' | 'team'
  subjectId: string
  giveTo?: ReturnType<typeof person> | ''
}) =>
  transaction((unit) => {
    noteReassignment(unit, { companyId: HOME, giveTo: '', by: person('anna'), byName: 'Анна', ...left }, NOON)
    return Promise.resolve()
  })

describe('a removal that broke off', () => {
  beforeEach(async () => {
    await converse('open', { assigneeId: 'olga' })
    await converse('archived', { assigneeId: 'olga', state: 'archived' })
    await keepOwn()
    await breakOff({ kind: 'member', subjectId: 'olga', giveTo: person('petr') })
  })

  it('is finished by the sweeper, once nobody can be at it', async () => {
    expect(await sweepReassignments(LATER - 1)).toBe(0)
    expect(await sweepReassignments(LATER)).toBe(1)
    expect(await conversation('open')).toMatchObject({ assigneeId: 'petr' })
    expect(await conversation('archived')).toMatchObject({ assigneeId: '' })
    expect(await own()).toEqual([undefined, undefined, undefined])
    expect(await unfinished()).toEqual([])
  })

  it('gives to nobody where whoever was to get them has gone, too', async () => {
    await remove('members', { companyId: HOME, userId: person('petr') })
    await sweepReassignments(LATER)
    expect(await conversation('open')).toMatchObject({ assigneeId: '' })
  })

  it('takes nothing from who has come back', async () => {
    await addMember(HOME, 'olga')
    await sweepReassignments(LATER)
    expect(await conversation('open')).toMatchObject({ assigneeId: 'olga' })
    expect(await unfinished()).toEqual([])
  })
})

describe('a team’s deletion that broke off', () => {
  it('is finished by the sweeper', async () => {
    await addMember(HOME, 'olga', { teamIds: [SALES] })
    await converse('open', { teamId: SALES })
    await breakOff({ kind: 'team', subjectId: SALES })
    await sweepReassignments(LATER)
    expect(await conversation('open')).toMatchObject({ teamId: '' })
    expect((await get('members', { companyId: HOME, userId: person('olga') }))?.teamIds).toEqual([])
    expect(await unfinished()).toEqual([])
  })
})

describe('what is done to the end at once', () => {
  it('leaves the sweeper nothing, and of who was removed nothing', async () => {
    await addMember(HOME, 'olga')
    await keepOwn()
    const end = { companyId: HOME, userId: person('olga'), giveTo: '', kind: 'memberRemoved' } as const
    await endMembership(end, BY_ANNA, NOON)
    expect(await own()).toEqual([undefined, undefined, undefined])
    await set(['teams', { companyId: HOME, teamId: SALES }], { name: 'Продажи', createdAt: NOON })
    await deleteTeam({ companyId: HOME, teamId: SALES }, BY_ANNA, NOON)
    expect(await unfinished()).toEqual([])
  })
})

describe('who is to get conversations', () => {
  it('gets none once he has gone', async () => {
    await converse('open', { assigneeId: 'olga' })
    const toGone = { companyId: HOME, field: 'assigneeId', from: 'olga', to: 'gone' } as const
    await reassignConversations(toGone, BY_ANNA, NOON)
    expect(await conversation('open')).toMatchObject({ assigneeId: '' })
  })
})
