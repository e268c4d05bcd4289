import type { UnfinishedReassignment } from '#shared/firestore/serverDocuments.ts'
import { MINUTE_MS } from '#shared/domain/time.ts'
import { hashId } from '#functions/platform/hashId.ts'
import type { Place, StoreTransaction } from '#functions/store/store.ts'

/** Longer than whoever begins it may run. */
export const AT_WORK_MS = 5 * MINUTE_MS

type Subject = Pick<UnfinishedReassignment, 'companyId' | 'kind' | 'subjectId'>

export function reassignmentPlace({ companyId, kind, subjectId }: Subject): Place<'reassignments'> {
  return ['reassignments', { reassignmentId: hashId('reassignment', companyId, kind, subjectId) }]
}

/** Notes, with the end of a member or a team, what is to be done after it: the sweeper finishes what breaks off. */
export function noteReassignment(
  unit: StoreTransaction,
  work: Omit<UnfinishedReassignment, 'createdAt' | 'dueAt'>,
  now: number,
): void {
  unit.set(reassignmentPlace(work), { ...work, createdAt: now, dueAt: now + AT_WORK_MS })
}
