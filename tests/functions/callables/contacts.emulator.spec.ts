import { afterAll, expect } from 'vitest'
import { renameContact, tagContact } from '#functions/callables/contacts.ts'
import { count, get, set } from '#functions/store/store.ts'
import { renameContactContract, tagContactContract } from '#shared/api/contacts.ts'
import { contactIdSchema } from '#shared/domain/ids.ts'
import { aContact } from '#tests/builders/aContact.ts'
import { aConversation } from '#tests/builders/aConversation.ts'
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
