import type { Contact } from '#shared/domain/contact.ts'
import type { Conversation } from '#shared/domain/conversation.ts'

/** What a new conversation of a contact we know shows of him: what members made of him, not what he calls himself. */
export function copiesOf(contact: Contact | undefined): Partial<Pick<Conversation, 'contactName' | 'tags'>> {
  return contact ? { contactName: contact.name, tags: contact.tags } : {}
}
