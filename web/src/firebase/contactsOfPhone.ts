import { getDocs, limit, query } from 'firebase/firestore'
import { contactSchema } from '#shared/domain/contact.ts'
import type { Contact } from '#shared/domain/contact.ts'
import { contactIdSchema } from '#shared/domain/ids.ts'
import type { CompanyId, ContactId } from '#shared/domain/ids.ts'
import type { Sight } from '#shared/domain/sight.ts'
import { isPresent, readDocument } from './readDocuments.ts'
import { webQuery } from './webQuery.ts'

export type KnownContact = Contact & { readonly id: ContactId }

const MAX_CONTACTS = 5

/** The contacts a member sees who bear a phone (+ and digits). */
export async function contactsOfPhone(
  companyId: CompanyId,
  sights: readonly Sight[],
  phone: string,
): Promise<readonly KnownContact[]> {
  const found = await Promise.all(
    sights.map((sight) =>
      getDocs(
        query(webQuery('contactsOfPhone', { companyId }, { equals: [phone], sight }), limit(MAX_CONTACTS)),
      ),
    ),
  )
  const contacts = found
    .flatMap(({ docs }) => docs)
    .map((snapshot) => readDocument(contactSchema, contactIdSchema, snapshot))
    .filter(isPresent)
  return [...new Map(contacts.map((contact) => [contact.id, contact])).values()]
}
