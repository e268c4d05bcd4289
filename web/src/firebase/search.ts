import type { QueryDocumentSnapshot } from 'firebase/firestore'
import { searchMessagesContract } from '#shared/api/search.ts'
import type { FoundMessages, SearchMessagesRequest } from '#shared/api/search.ts'
import { contactSchema } from '#shared/domain/contact.ts'
import type { Contact } from '#shared/domain/contact.ts'
import { contactIdSchema } from '#shared/domain/ids.ts'
import type { CompanyId, ContactId } from '#shared/domain/ids.ts'
import { askedToken, matchesWords } from '#shared/domain/searchTokens.ts'
import type { ConversationSource } from './conversations.ts'
import { fetchPage } from './pages.ts'
import { readDocument } from './readDocuments.ts'
import { webQuery } from './webQuery.ts'

export type FoundContact = Contact & { readonly id: ContactId; readonly companyId: CompanyId }

const EACH_AT_MOST = 10

/** All together: a person with many companies looks at fewer of each. */
const ALL_AT_MOST = 50

/** Contacts whose words begin so, or whose phone has these digits; who was written with last comes first. */
export async function searchContacts(
  sources: readonly ConversationSource[],
  words: readonly string[],
): Promise<FoundContact[]> {
  const size = Math.max(1, Math.min(EACH_AT_MOST, Math.floor(ALL_AT_MOST / sources.length)))
  const found = await Promise.all(sources.map((source) => searchSource(source, words, size)))
  const known = new Map(found.flat().map((contact) => [`${contact.companyId} ${contact.id}`, contact]))
  return [...known.values()].sort((a, b) => b.lastContactAt - a.lastContactAt)
}

async function searchSource(
  { companyId, sight }: ConversationSource,
  words: readonly string[],
  size: number,
): Promise<FoundContact[]> {
  const query = webQuery('contactsFound', { companyId }, { equals: [askedToken(words)], sight })
  const page = await fetchPage(query, { size, after: null, read })
  return page.items
    .filter(({ name, phone, identities }) =>
      matchesWords(words, { texts: [name, ...identities.map(({ handle }) => handle)], phone }),
    )
    .map((contact) => ({ ...contact, companyId }))
}

function read(snapshot: QueryDocumentSnapshot): (Contact & { readonly id: ContactId }) | null {
  return readDocument(contactSchema, contactIdSchema, snapshot)
}

/** Asks the server, which knows the words' other forms. */
export async function searchMessages(request: SearchMessagesRequest): Promise<FoundMessages> {
  const { call } = await import('./callables.ts')
  return call(searchMessagesContract, request)
}
