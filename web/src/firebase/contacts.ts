import { FieldPath, deleteField, doc, updateDoc } from 'firebase/firestore'
import { contactSchema } from '#shared/domain/contact.ts'
import type { Contact } from '#shared/domain/contact.ts'
import type { CompanyId, ContactId } from '#shared/domain/ids.ts'
import { documentPath } from '#shared/firestore/collections.ts'
import { firestore } from './firestore.ts'
import { untilStored } from './untilStored.ts'
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
  return untilStored(updateDoc(doc(firestore, documentPath('contacts', { companyId, contactId })), { note }))
}

interface FieldChange {
  readonly id: string
  readonly value: string
  /** Of fields the company has no more: they would count. */
  readonly obsoleteIds: readonly string[]
}

/** Changes one field; what colleagues write into the others meanwhile stays. */
export function saveContactField(
  companyId: CompanyId,
  contactId: ContactId,
  { id, value, obsoleteIds }: FieldChange,
): Promise<void> {
  const contact = doc(firestore, documentPath('contacts', { companyId, contactId }))
  const dropped = obsoleteIds.flatMap((obsolete) => [new FieldPath('fields', obsolete), deleteField()])
  return untilStored(updateDoc(contact, new FieldPath('fields', id), value || deleteField(), ...dropped))
}
