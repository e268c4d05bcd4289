import { getDocs } from 'firebase/firestore'
import { userIdSchema } from '#shared/domain/ids.ts'
import type { CompanyId, UserId } from '#shared/domain/ids.ts'
import { memberSchema } from '#shared/domain/member.ts'
import type { Member } from '#shared/domain/member.ts'
import { isPresent, readDocument } from './readDocuments.ts'
import { webQuery } from './webQuery.ts'

export type CompanyMember = Member & { readonly id: UserId }

export async function fetchMembers(companyId: CompanyId): Promise<CompanyMember[]> {
  const { docs } = await getDocs(webQuery('members', { companyId }))
  return docs.map((snapshot) => readDocument(memberSchema, userIdSchema, snapshot)).filter(isPresent)
}
