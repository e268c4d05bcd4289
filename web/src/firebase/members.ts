import { doc, getDocs, serverTimestamp, setDoc } from 'firebase/firestore'
import { userIdSchema } from '#shared/domain/ids.ts'
import type { CompanyId, UserId } from '#shared/domain/ids.ts'
import { memberActivitySchema, memberSchema } from '#shared/domain/member.ts'
import type { Member, MemberActivity } from '#shared/domain/member.ts'
import { documentPath } from '#shared/firestore/collections.ts'
import { firestore } from './firestore.ts'
import { followDocuments } from './followDocuments.ts'
import { isPresent, readDocument } from './readDocuments.ts'
import { webQuery } from './webQuery.ts'

export type CompanyMember = Member & { readonly id: UserId }

export async function fetchMembers(companyId: CompanyId): Promise<CompanyMember[]> {
  const { docs } = await getDocs(webQuery('members', { companyId }))
  return docs.map((snapshot) => readDocument(memberSchema, userIdSchema, snapshot)).filter(isPresent)
}

export function followMembers(
  companyId: CompanyId,
  onChanged: (members: readonly CompanyMember[]) => void,
): () => void {
  return followDocuments({
    query: () => webQuery('members', { companyId }),
    schema: memberSchema,
    idSchema: userIdSchema,
    onChanged,
  })
}

/** When each member's page was last open. */
export function followActivity(
  companyId: CompanyId,
  onChanged: (activity: readonly (MemberActivity & { readonly id: UserId })[]) => void,
): () => void {
  return followDocuments({
    query: () => webQuery('memberActivity', { companyId }),
    schema: memberActivitySchema,
    idSchema: userIdSchema,
    onChanged,
  })
}

/** Tells colleagues that this member's page is open now. */
export async function noteSeen(companyId: CompanyId, userId: UserId): Promise<void> {
  const path = documentPath('memberActivity', { companyId, userId })
  await setDoc(doc(firestore, path), { lastSeenAt: serverTimestamp() })
}
