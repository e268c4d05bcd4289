import { doc, updateDoc } from 'firebase/firestore'
import { companySchema } from '#shared/domain/company.ts'
import type { Company } from '#shared/domain/company.ts'
import type { CompanyId, UserId } from '#shared/domain/ids.ts'
import { memberSchema } from '#shared/domain/member.ts'
import type { Member } from '#shared/domain/member.ts'
import { userSchema } from '#shared/domain/user.ts'
import type { Locale, User } from '#shared/domain/user.ts'
import { documentPath } from '#shared/firestore/collections.ts'
import { firestore } from './firestore.ts'
import { watchDocument } from './watchDocument.ts'
import type { DocumentListener } from './watchDocument.ts'

export function watchUser(userId: UserId, listener: DocumentListener<User>): () => void {
  return watchDocument(documentPath('users', { userId }), userSchema, listener)
}

export function watchMember(
  companyId: CompanyId,
  userId: UserId,
  listener: DocumentListener<Member>,
): () => void {
  return watchDocument(documentPath('members', { companyId, userId }), memberSchema, listener)
}

export function watchCompany(companyId: CompanyId, listener: DocumentListener<Company>): () => void {
  return watchDocument(documentPath('companies', { companyId }), companySchema, listener)
}

export function saveLocale(userId: UserId, locale: Locale): Promise<void> {
  return updateDoc(doc(firestore, documentPath('users', { userId })), { locale })
}
