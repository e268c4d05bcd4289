import { doc, getDoc } from 'firebase/firestore'
import { companySchema } from '#shared/domain/company.ts'
import type { CompanyId } from '#shared/domain/ids.ts'
import { documentPath } from '#shared/firestore/collections.ts'
import { fromDocument } from '#shared/firestore/documents.ts'
import { firestore } from './firestore.ts'

/** By whose clock a company lives; where it cannot be read now, by this machine's. */
export async function companyTimeZone(companyId: CompanyId): Promise<string> {
  try {
    const snapshot = await getDoc(doc(firestore, documentPath('companies', { companyId })))
    return fromDocument(companySchema, snapshot.data()).timeZone
  } catch {
    return new Intl.DateTimeFormat().resolvedOptions().timeZone
  }
}
