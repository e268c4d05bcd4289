import { doc, updateDoc } from 'firebase/firestore'
import { contactSchema } from '#shared/domain/contact.ts'
import type { Contact } from '#shared/domain/contact.ts'
import type { CompanyId, ContactId } from '#shared/domain/ids.ts'
import { documentPath } from '#shared/firestore/collections.ts'
import { firestore } from './firestore.ts'
import { watchDocument } from './watchDocument.ts'
import type { DocumentListener } from './watchDocument.ts'

export function watchContact(
  companyId: CompanyId,
  contactId: ContactId,
  listener: DocumentListener<Contact>,
): () => void {
  return watchDocument(documentPath('contacts', { companyId, contactId }), contactSchema, listener)
}

export function saveContactNote(companyId: CompanyId, contactId: ContactId, note: string): Promise<void> {
  return updateDoc(doc(firestore, documentPath('contacts', { companyId, contactId })), { note })
}
