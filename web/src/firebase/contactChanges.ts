import { deleteTagContract, renameContactContract, tagContactContract } from '#shared/api/contacts.ts'
import type { CompanyId, ContactId, ConversationId } from '#shared/domain/ids.ts'

/** A contact, and the conversation one is in: there it is told of. */
export interface ContactPlace {
  readonly companyId: CompanyId
  readonly contactId: ContactId
  readonly conversationId: ConversationId
}

/** What is copied to all of a contact's conversations; each throws what `call` throws. */
const callables = () => import('./callables.ts')

export async function renameContact(place: ContactPlace, name: string): Promise<void> {
  const { call } = await callables()
  await call(renameContactContract, { ...place, name })
}

export async function tagContact(place: ContactPlace, tags: readonly string[]): Promise<void> {
  const { call } = await callables()
  await call(tagContactContract, { ...place, tags: [...tags] })
}

/** Takes a tag from the company and all its contacts. */
export async function deleteTag(companyId: CompanyId, name: string): Promise<void> {
  const { call } = await callables()
  await call(deleteTagContract, { companyId, name })
}
