import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { tagContact } from '#functions/contacts/tagContact.ts'
import { find, set } from '#functions/store/store.ts'
import { tagContactContract } from '#shared/api/contacts.ts'
import { COMPANY_TAGS_MAX_COUNT } from '#shared/domain/tag.ts'
import { aTag } from '#tests/builders/aTag.ts'
import { NOON } from '#tests/builders/moments.ts'
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

const project = useEmulatorProject('tag-contact')

beforeEach(async () => {
  await project.clear()
  await arrangeContact()
})
afterAll(() => project.close())

const tag = (tags: readonly string[], caller: typeof IRINA = IRINA) =>
  tagContact(tagContactContract.request.parse({ ...place, tags }), caller, NOON)
const known = async () =>
  (await find('tags', {}, COMPANY_TAGS_MAX_COUNT, { companyId })).map(({ data }) => data.name)

describe('a contact’s tags', () => {
  it('are copied to all his conversations, and to nobody else’s', async () => {
    await tag(['подарок', 'повторный'])
    expect((await storedContact())?.tags).toEqual(['подарок', 'повторный'])
    expect((await row(HERE))?.tags).toEqual(['подарок', 'повторный'])
    expect((await row('there'))?.tags).toEqual(['подарок', 'повторный'])
    expect((await row('strange'))?.tags).toEqual([])
  })

  it('are those named, and no others', async () => {
    await tag(['подарок', 'повторный'])
    await tag(['повторный'])
    expect((await storedContact())?.tags).toEqual(['повторный'])
    await tag([])
    expect((await row('there'))?.tags).toEqual([])
    expect(await known()).toEqual(['повторный', 'подарок'])
  })

  it('are told of where it was done', async () => {
    await tag(['подарок', 'опт'])
    await tag(['подарок', 'опт'])
    const events = await eventsOf(HERE)
    expect(events).toMatchObject([{ kind: 'tagged', from: '', to: 'подарок, опт', by: 'irina' }])
    expect((await row(HERE))?.lastEventId).toBe(events[0]?.id)
    expect(await eventsOf('there')).toEqual([])
  })
})

describe('a tag', () => {
  it('is one, whatever its letters’ size and the spaces around', async () => {
    await tag(['VIP'])
    await tag([' vip  ', 'Vip'])
    expect((await storedContact())?.tags).toEqual(['VIP'])
    expect(await known()).toEqual(['VIP'])
  })

  it('is made once, even when many name it at once', async () => {
    await Promise.all(Array.from({ length: 4 }, () => tag(['VIP', 'опт'])))
    expect(await known()).toEqual(['VIP', 'опт'])
    expect(await eventsOf(HERE)).toHaveLength(1)
  })

  it('is refused once a company has too many; those it knows are not', async () => {
    const names = Array.from({ length: COMPANY_TAGS_MAX_COUNT - 1 }, (_, at) => `тег ${String(at)}`)
    await Promise.all(
      names.map((name, at) => set(['tags', { companyId, tagId: `tag-${String(at)}` }], aTag({ name }))),
    )
    await tag(['последний'])
    expect(await refusalOf(tag(['последний', 'лишний']))).toEqual({ code: 'tooManyTags', limit: 200 })
    await tag([])
    await tag(['последний'])
    expect((await storedContact())?.tags).toEqual(['последний'])
  })
})

it('whoever does not see the contact tags nobody', async () => {
  await arrangeContact({ assigneeId: 'irina' })
  expect(await refusalOf(tag(['подарок'], PETR))).toEqual({ code: 'notFound' })
  expect(await known()).toEqual([])
})
