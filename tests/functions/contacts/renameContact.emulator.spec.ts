import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { renameContact } from '#functions/contacts/renameContact.ts'
import { find } from '#functions/store/store.ts'
import { conversationIdSchema } from '#shared/domain/ids.ts'
import { useEmulatorProject } from '../emulatorProject.ts'
import { refusalOf } from '../refusalOf.ts'
import {
  HERE,
  IRINA,
  PETR,
  arrangeContact,
  companyId,
  eventsOf,
  place,
  row,
  storedContact,
} from './contactScene.ts'

const project = useEmulatorProject('rename-contact')

beforeEach(async () => {
  await project.clear()
  await arrangeContact()
})
afterAll(() => project.close())

const rename = (name: string, caller: typeof IRINA = IRINA) => renameContact({ ...place, name }, caller)
const found = async (token: string) =>
  (await find('contactsFound', { equals: [token] }, 10, { companyId })).map(({ data }) => data.name)

describe('a contact who is given another name', () => {
  it('bears it in all his conversations, and nobody else does', async () => {
    const before = await row(HERE)
    await rename('Анна Волкова')
    expect((await storedContact())?.name).toBe('Анна Волкова')
    expect((await row(HERE))?.contactName).toBe('Анна Волкова')
    expect((await row('there'))?.contactName).toBe('Анна Волкова')
    expect((await row('strange'))?.contactName).toBe('Дмитрий')
    expect((await row(HERE))?.updatedAt).toBeGreaterThan(before?.updatedAt ?? 0)
  })

  it('is found by it, by his phone still, and no more by the former one', async () => {
    await rename('Анна Волкова')
    expect(await found('волк')).toEqual(['Анна Волкова'])
    expect(await found('0142')).toEqual(['Анна Волкова'])
    expect(await found('свет')).toEqual([])
  })

  it('is told of where it was done, and there alone', async () => {
    await rename('Анна Волкова')
    const [event, ...more] = await eventsOf(HERE)
    expect(more).toEqual([])
    expect(event).toMatchObject({
      kind: 'renamed',
      from: 'Анна Светлова',
      to: 'Анна Волкова',
      by: 'irina',
      byName: 'Ирина',
    })
    expect((await row(HERE))?.lastEventId).toBe(event?.id)
    expect(await eventsOf('there')).toEqual([])
  })

  it('to the one he has is not told of', async () => {
    await rename('Анна Светлова')
    expect(await eventsOf(HERE)).toEqual([])
  })
})

describe('whoever renames', () => {
  it('sees the contact', async () => {
    await arrangeContact({ assigneeId: 'irina' })
    expect(await refusalOf(rename('Никто', PETR))).toEqual({ code: 'notFound' })
    expect((await storedContact())?.name).toBe('Анна Светлова')
  })

  it('sees the conversation in which he does it', async () => {
    await arrangeContact({}, { assigneeId: 'irina' })
    expect(await refusalOf(rename('Никто', PETR))).toEqual({ code: 'notFound' })
  })

  it('does it in a conversation of the contact', async () => {
    const strange = { ...place, conversationId: conversationIdSchema.parse('strange') }
    expect(await refusalOf(renameContact({ ...strange, name: 'Никто' }, IRINA))).toEqual({ code: 'notFound' })
    expect((await row('strange'))?.contactName).toBe('Дмитрий')
  })
})
