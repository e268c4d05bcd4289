import { find, get, set } from '#functions/store/store.ts'
import { companyIdSchema, contactIdSchema, conversationIdSchema, userIdSchema } from '#shared/domain/ids.ts'
import type { Contact } from '#shared/domain/contact.ts'
import type { Conversation } from '#shared/domain/conversation.ts'
import { contactTokens } from '#shared/domain/searchTokens.ts'
import { aContact } from '#tests/builders/aContact.ts'
import { aConversation } from '#tests/builders/aConversation.ts'
import { aMember } from '#tests/builders/aMember.ts'

export const companyId = companyIdSchema.parse('home')
export const contactId = contactIdSchema.parse('contact-1')
export const HERE = conversationIdSchema.parse('here')
export const place = { companyId, contactId, conversationId: HERE }
export const IRINA = { uid: userIdSchema.parse('irina'), member: aMember({ name: 'Ирина' }) }
/** Sees what is his, and what is nobody's. */
export const PETR = {
  uid: userIdSchema.parse('petr'),
  member: aMember({ name: 'Пётр', visibility: 'own' }),
}

const named = { name: 'Анна Светлова', phone: '+79000000142' }

/** A contact with two conversations, and somebody else with one. */
export async function arrangeContact(
  contact: Partial<Contact> = {},
  here: Partial<Conversation> = {},
): Promise<void> {
  const known = aContact({ ...named, ...contact })
  const row = { contactId, contactName: known.name }
  await set(['contacts', { companyId, contactId }], { ...known, searchTokens: contactTokens(known) })
  await set(['conversations', { companyId, conversationId: HERE }], aConversation({ ...row, ...here }))
  await set(['conversations', { companyId, conversationId: 'there' }], aConversation(row))
  await set(
    ['conversations', { companyId, conversationId: 'strange' }],
    aConversation({ contactId: 'contact-2', contactName: 'Дмитрий' }),
  )
}

export const storedContact = () => get('contacts', { companyId, contactId })
export const row = (conversationId: string) => get('conversations', { companyId, conversationId })
export const eventsOf = async (conversationId: string) =>
  (await find('conversationEvents', {}, 10, { companyId, conversationId })).map(({ id, data }) => ({
    id,
    ...data,
  }))
