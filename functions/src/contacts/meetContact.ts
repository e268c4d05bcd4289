import { DomainError } from '#shared/domain/DomainError.ts'
import type { Contact } from '#shared/domain/contact.ts'
import type { CompanyId, ContactId, ConversationId } from '#shared/domain/ids.ts'
import { demandSight } from '#functions/members/demandSight.ts'
import type { CallingMember } from '#functions/members/demandSight.ts'
import type { StoreTransaction } from '#functions/store/store.ts'

/** A contact, and the conversation of his in which a member does something to him. */
export interface ContactPlace {
  readonly companyId: CompanyId
  readonly contactId: ContactId
  readonly conversationId: ConversationId
}

interface MetContact {
  readonly contact: Contact
  /** All of his. */
  readonly conversationIds: readonly string[]
}

/** Nobody writes from so many addresses; one transaction could not hold many more. */
const MOST_CONVERSATIONS = 400

/** Reads a contact with his conversations for a member who sees both him and the one that is named. */
export async function meetContact(
  unit: StoreTransaction,
  { companyId, contactId, conversationId }: ContactPlace,
  caller: CallingMember,
): Promise<MetContact> {
  const contact = await unit.get('contacts', { companyId, contactId })
  if (!contact) throw new DomainError('notFound')
  const values = { equals: [contactId] }
  const conversations = await unit.find('conversationsOfContact', values, MOST_CONVERSATIONS, { companyId })
  const here = conversations.find(({ id }) => id === conversationId)
  if (!here) throw new DomainError('notFound')
  demandSight(caller, contact)
  demandSight(caller, here.data)
  return { contact, conversationIds: conversations.map(({ id }) => id) }
}
