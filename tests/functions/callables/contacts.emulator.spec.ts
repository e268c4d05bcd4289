import { afterAll, expect } from 'vitest'
import { deleteTag, renameContact, tagContact } from '#functions/callables/contacts.ts'
import { tagIdOf } from '#functions/contacts/tagIdOf.ts'
import { count, get, set } from '#functions/store/store.ts'
import { deleteTagContract, renameContactContract, tagContactContract } from '#shared/api/contacts.ts'
import { contactIdSchema } from '#shared/domain/ids.ts'
import { aContact } from '#tests/builders/aContact.ts'
import { aConversation } from '#tests/builders/aConversation.ts'
import { aTag } from '#tests/builders/aTag.ts'
import { OURS, THEIRS, describeCallableAttacks } from '#tests/contracts/callableContract.ts'
import { useEmulatorProject } from '../emulatorProject.ts'

const project = useEmulatorProject('contact-callables')
afterAll(() => project.close())

const place = { companyId: OURS, contactId: 'ours-contact', conversationId: 'ours-conversation' }
const foreign = { contactId: 'theirs-contact', conversationId: 'theirs-conversation' }

async function arrange(): Promise<void> {
  await project.clear()
  for (const companyId of [OURS, THEIRS]) {
    const contactId = contactIdSchema.parse(`${companyId}-contact`)
    const conversationId = `${companyId}-conversation`
    await set(['contacts', { companyId, contactId }], aContact())
    await set(['conversations', { companyId, conversationId }], aConversation({ contactId }))
  }
}

const events = () => count('conversationEvents', {}, 100, place)
const contact = () => get('contacts', place)

const renaming = () => ({ ...place, name: 'Анна Волкова' })
describeCallableAttacks(renameContactContract, renameContact, renaming, 'operator', {
  arrange,
  foreign,
  async afterFifty() {
    expect(await events()).toBe(1)
    expect((await contact())?.name).toBe('Анна Волкова')
  },
})

const tagging = () => ({ ...place, tags: ['повторный'] })
describeCallableAttacks(tagContactContract, tagContact, tagging, 'operator', {
  arrange,
  foreign,
  async afterFifty() {
    expect(await events()).toBe(1)
    expect((await contact())?.tags).toEqual(['повторный'])
  },
})

const deleting = () => ({ companyId: OURS, name: 'подарок' })
describeCallableAttacks(deleteTagContract, deleteTag, deleting, 'admin', {
  async arrange() {
    await arrange()
    for (const companyId of [OURS, THEIRS]) {
      await set(['tags', { companyId, tagId: tagIdOf('подарок') }], aTag({ name: 'подарок' }))
    }
  },
  async afterFifty() {
    expect(await get('tags', { companyId: OURS, tagId: tagIdOf('подарок') })).toBeUndefined()
    expect(await get('tags', { companyId: THEIRS, tagId: tagIdOf('подарок') })).toBeDefined()
  },
})
