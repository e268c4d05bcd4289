import { firestore } from '#functions/store/firestore.ts'
import { set } from '#functions/store/store.ts'
import { fromDocument } from '#shared/firestore/documents.ts'
import { auditEntrySchema } from '#shared/domain/auditEntry.ts'
import type { AuditEntry } from '#shared/domain/auditEntry.ts'
import { companyIdSchema, userIdSchema } from '#shared/domain/ids.ts'
import { aMember } from '#tests/builders/aMember.ts'
import { aUser } from '#tests/builders/aUser.ts'

export const olga = userIdSchema.parse('olga')
export const ivan = userIdSchema.parse('ivan')
export const bicycles = companyIdSchema.parse('bicycles')
export const skis = companyIdSchema.parse('skis')

/** A person with an account, and a member document in each of his companies. */
export async function addPerson(
  userId = olga,
  user: Parameters<typeof aUser>[0] = {},
  companyIds = [bicycles, skis],
): Promise<void> {
  const account = aUser({ companyIds, ...user })
  await set(['users', { userId }], account)
  for (const companyId of companyIds) {
    await set(['members', { companyId, userId }], aMember({ name: account.name }))
  }
}

/** What a company has on record. */
export async function auditOf(companyId: string): Promise<AuditEntry[]> {
  const { docs } = await firestore().collection(`companies/${companyId}/audit`).get()
  return docs.map((document) => fromDocument(auditEntrySchema, document.data()))
}

/** How many documents a collection holds. */
export async function countIn(collection: string): Promise<number> {
  return (await firestore().collection(collection).count().get()).data().count
}
