import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { deleteTag } from '#functions/contacts/deleteTag.ts'
import { tagIdOf } from '#functions/contacts/tagIdOf.ts'
import { find, get, set } from '#functions/store/store.ts'
import { contactIdSchema, conversationIdSchema, userIdSchema } from '#shared/domain/ids.ts'
import { COMPANY_TAGS_MAX_COUNT } from '#shared/domain/tag.ts'
import { aContact } from '#tests/builders/aContact.ts'
import { aConversation } from '#tests/builders/aConversation.ts'
import { aTag } from '#tests/builders/aTag.ts'
import { aView } from '#tests/builders/aView.ts'
import { NOON } from '#tests/builders/moments.ts'
import { BY_ANNA, auditOf, companyOf, foundCompany } from '../companyOf.ts'
import { useEmulatorProject } from '../emulatorProject.ts'
import { refusalOf } from '../refusalOf.ts'

const project = useEmulatorProject('delete-tag')
const [HOME, OTHER] = [companyOf('home'), companyOf('other')]
const COUNT = 230

beforeEach(async () => {
  await project.clear()
  await foundCompany(HOME)
  for (const companyId of [HOME, OTHER]) {
    for (const name of ['подарок', 'опт']) {
      await set(['tags', { companyId, tagId: tagIdOf(name) }], aTag({ name }))
    }
  }
})
afterAll(() => project.close())

const erase = (name = 'подарок') => deleteTag({ companyId: HOME, name }, BY_ANNA, NOON)

async function meet(id: string, tags: string[], companyId = HOME): Promise<void> {
  const conversationId = conversationIdSchema.parse(id)
  const contactId = contactIdSchema.parse(id)
  await set(['contacts', { companyId, contactId }], aContact({ conversationId, tags }))
  await set(['conversations', { companyId, conversationId }], aConversation({ contactId, tags }))
}

const tagsOf = async (id: string, companyId = HOME) => [
  (await get('contacts', { companyId, contactId: id }))?.tags,
  (await get('conversations', { companyId, conversationId: id }))?.tags,
]

describe('a deleted tag', () => {
  it('is gone from the company’s list, and the audit says who did it', async () => {
    await erase()
    const left = await find('tags', {}, COMPANY_TAGS_MAX_COUNT, { companyId: HOME })
    expect(left.map(({ data }) => data.name)).toEqual(['опт'])
    expect(await auditOf(HOME)).toMatchObject([{ kind: 'tagDeleted', subject: 'подарок', byName: 'Анна' }])
  })

  it('is lost by all who had it, batch after batch; their other tags stay', async () => {
    const ids = Array.from({ length: COUNT }, (_, at) => `c${String(at)}`)
    await Promise.all(ids.map((id) => meet(id, ['подарок', 'опт'])))
    await meet('other', ['опт'])
    await erase()
    const all = await Promise.all([...ids, 'other'].map((id) => tagsOf(id)))
    expect(all.every(([contact, row]) => contact?.join() === 'опт' && row?.join() === 'опт')).toBe(true)
  })

  it('stays in another company', async () => {
    await meet('c1', ['подарок'], OTHER)
    await erase()
    expect(await tagsOf('c1', OTHER)).toEqual([['подарок'], ['подарок']])
    expect(await get('tags', { companyId: OTHER, tagId: tagIdOf('подарок') })).toBeDefined()
  })

  it('shows itself to who looks at the rows', async () => {
    await meet('c1', ['подарок'])
    const before = await get('conversations', { companyId: HOME, conversationId: 'c1' })
    await erase()
    const after = await get('conversations', { companyId: HOME, conversationId: 'c1' })
    expect(after?.updatedAt).toBeGreaterThan(before?.updatedAt ?? Infinity)
  })

  it('narrows no saved view any longer, whoever’s it is', async () => {
    const narrowing = { channelId: 'bot', tag: 'подарок', assigneeId: '', teamId: '' }
    for (const ownerId of ['', userIdSchema.parse('irina')] as const) {
      await set(['views', { companyId: HOME, viewId: `of-${ownerId}` }], aView({ ownerId, narrowing }))
    }
    await erase()
    for (const ownerId of ['', 'irina']) {
      const view = await get('views', { companyId: HOME, viewId: `of-${ownerId}` })
      expect(view?.narrowing).toEqual({ ...narrowing, tag: '' })
    }
  })

  it('that was left behind half done is taken on the next call', async () => {
    await erase()
    await meet('late', ['подарок'])
    await erase()
    expect(await tagsOf('late')).toEqual([[], []])
  })

  it('nobody has is refused', async () => {
    expect(await refusalOf(erase('нет такого'))).toEqual({ code: 'notFound' })
  })
})
