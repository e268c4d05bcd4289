import { FirestoreError, doc, getDoc } from 'firebase/firestore'
import type * as z from 'zod/mini'
import { companySchema } from '#shared/domain/company.ts'
import type { CompanyId, UserId, TeamId } from '#shared/domain/ids.ts'
import { memberSchema } from '#shared/domain/member.ts'
import type { Role, Visibility } from '#shared/domain/member.ts'
import { documentPath } from '#shared/firestore/collections.ts'
import { fromDocument } from '#shared/firestore/documents.ts'
import { firestore } from './firestore.ts'

/** A company a person belongs to, and what he is there. */
export interface OwnCompany {
  readonly id: CompanyId
  readonly name: string
  readonly hidden: boolean
  /** An IANA name. */
  readonly timeZone: string
  readonly role: Role
  readonly visibility: Visibility
  readonly teamIds: readonly TeamId[]
}

/** In the order given; what may not be seen is left out. */
export async function fetchOwnCompanies(
  userId: UserId,
  companyIds: readonly CompanyId[],
): Promise<OwnCompany[]> {
  const found = await Promise.all(companyIds.map((companyId) => fetchOwnCompany(userId, companyId)))
  return found.filter((company) => company !== null)
}

async function fetchOwnCompany(userId: UserId, companyId: CompanyId): Promise<OwnCompany | null> {
  const [company, member] = await Promise.all([
    fetchDocument(documentPath('companies', { companyId }), companySchema),
    fetchDocument(documentPath('members', { companyId, userId }), memberSchema),
  ])
  if (!company || !member) return null
  const { name, hidden, timeZone } = company
  const { role, visibility, teamIds } = member
  return { id: companyId, name, hidden, timeZone, role, visibility, teamIds }
}

async function fetchDocument<T>(path: string, schema: z.ZodMiniType<T>): Promise<T | null> {
  try {
    const snapshot = await getDoc(doc(firestore, path))
    return snapshot.exists() ? fromDocument(schema, snapshot.data()) : null
  } catch (error) {
    if (error instanceof FirestoreError && error.code === 'permission-denied') return null
    throw error
  }
}
