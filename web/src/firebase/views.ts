import { deleteDoc, doc, serverTimestamp, setDoc, updateDoc } from 'firebase/firestore'
import { viewIdSchema } from '#shared/domain/ids.ts'
import type { CompanyId, UserId, ViewId } from '#shared/domain/ids.ts'
import { viewSchema } from '#shared/domain/view.ts'
import type { View } from '#shared/domain/view.ts'
import { documentPath } from '#shared/firestore/collections.ts'
import { firestore } from './firestore.ts'
import { followDocuments } from './followDocuments.ts'
import { newId } from './newId.ts'
import { webQuery } from './webQuery.ts'

export type SavedView = View & { readonly id: ViewId }

/** A member's own views and those shared with all, by name. */
export function followViews(
  companyId: CompanyId,
  userId: UserId,
  onChanged: (views: readonly SavedView[]) => void,
): () => void {
  return followDocuments({
    query: () => webQuery('views', { companyId }, { equals: [['', userId]] }),
    schema: viewSchema,
    idSchema: viewIdSchema,
    onChanged,
  })
}

function placeOf(companyId: CompanyId, viewId: string) {
  return doc(firestore, documentPath('views', { companyId, viewId }))
}

export function saveView(companyId: CompanyId, view: Omit<View, 'createdAt'>): Promise<void> {
  return setDoc(placeOf(companyId, newId()), { ...view, createdAt: serverTimestamp() })
}

export function renameView(companyId: CompanyId, viewId: ViewId, name: string): Promise<void> {
  return updateDoc(placeOf(companyId, viewId), { name })
}

export function deleteView(companyId: CompanyId, viewId: ViewId): Promise<void> {
  return deleteDoc(placeOf(companyId, viewId))
}
