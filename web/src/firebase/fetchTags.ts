import { getDocs } from 'firebase/firestore'
import type { CompanyId } from '#shared/domain/ids.ts'
import { fromDocument } from '#shared/firestore/documents.ts'
import { tagSchema } from '#shared/domain/tag.ts'
import { webQuery } from './webQuery.ts'

/** The tags a company has, by name. */
export async function fetchTags(companyId: CompanyId): Promise<readonly string[]> {
  const { docs } = await getDocs(webQuery('tags', { companyId }))
  return docs.map((snapshot) => fromDocument(tagSchema, snapshot.data()).name)
}
