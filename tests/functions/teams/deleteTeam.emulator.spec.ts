import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { find, get, remove, set } from '#functions/store/store.ts'
import { deleteTeam } from '#functions/teams/deleteTeam.ts'
import { conversationIdSchema, teamIdSchema } from '#shared/domain/ids.ts'
import { aContact } from '#tests/builders/aContact.ts'
import { aConversation } from '#tests/builders/aConversation.ts'
import { aTeam } from '#tests/builders/aTeam.ts'
import { NOON } from '#tests/builders/moments.ts'
import { BY_ANNA, addMember, auditOf, companyOf, foundCompany, person } from '../companyOf.ts'
import { useEmulatorProject } from '../emulatorProject.ts'
import { refusalOf } from '../refusalOf.ts'

const project = useEmulatorProject('delete-team')
const HOME = companyOf('home')
const [SALES, STOCK] = [teamIdSchema.parse('sales'), teamIdSchema.parse('stock')]

beforeEach(async () => {
  await project.clear()
  await foundCompany(HOME)
  await set(['teams', { companyId: HOME, teamId: SALES }], aTeam({ name: 'Продажи' }))
  await set(['teams', { companyId: HOME, teamId: STOCK }], aTeam({ name: 'Склад' }))
  await addMember(HOME, 'olga', { teamIds: [SALES, STOCK] })
  await addMember(HOME, 'petr', { teamIds: [STOCK] })
})
afterAll(() => project.close())

const erase = () => deleteTeam({ companyId: HOME, teamId: SALES }, BY_ANNA, NOON)
const conversation = (conversationId: string) => get('conversations', { companyId: HOME, conversationId })

async function converse(id: string, teamId: string, state: 'open' | 'archived' = 'open'): Promise<void> {
  const conversationId = conversationIdSchema.parse(id)
  await set(
    ['conversations', { companyId: HOME, conversationId }],
    aConversation({ contactId: id, teamId, state }),
  )
  await set(['contacts', { companyId: HOME, contactId: id }], aContact({ conversationId, teamId }))
}

describe('a deleted team', () => {
  it('is gone, and its members keep their others', async () => {
    await erase()
    expect(await get('teams', { companyId: HOME, teamId: SALES })).toBeUndefined()
    expect(await get('members', { companyId: HOME, userId: person('olga') })).toMatchObject({
      teamIds: [STOCK],
    })
    expect(await get('members', { companyId: HOME, userId: person('petr') })).toMatchObject({
      teamIds: [STOCK],
    })
  })

  it('is lost by its conversations and contacts, archived ones too', async () => {
    const ids = Array.from({ length: 60 }, (_, at) => `c${String(at)}`)
    await Promise.all(ids.map((id) => converse(id, SALES, id === 'c1' ? 'archived' : 'open')))
    await converse('stock', STOCK)
    await set(
      ['contacts', { companyId: HOME, contactId: 'alone' }],
      aContact({ conversationId: conversationIdSchema.parse('stock'), teamId: SALES }),
    )
    await erase()
    const rows = await Promise.all(ids.map(conversation))
    expect(new Set(rows.map((row) => row?.teamId))).toEqual(new Set(['']))
    expect(await find('contactsOfTeam', { equals: [SALES] }, 10, { companyId: HOME })).toEqual([])
    expect(await conversation('stock')).toMatchObject({ teamId: STOCK })
    const told = await find('conversationEvents', {}, 10, { companyId: HOME, conversationId: 'c1' })
    expect(told.map(({ data }) => data)).toEqual([
      { kind: 'teamAssigned', from: SALES, to: '', by: 'anna', byName: 'Анна', at: NOON },
    ])
  })

  it('is told of in the audit', async () => {
    await erase()
    expect(await auditOf(HOME)).toEqual([
      { kind: 'teamDeleted', ...BY_ANNA, subject: 'Продажи', details: {}, at: NOON },
    ])
  })

  it('is deleted to the end when it is asked for again', async () => {
    await remove('teams', { companyId: HOME, teamId: SALES })
    await converse('left', SALES)
    await erase()
    expect(await conversation('left')).toMatchObject({ teamId: '' })
    expect(await refusalOf(erase())).toEqual({ code: 'notFound' })
  })
})
