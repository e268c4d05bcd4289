import { userIdSchema } from '#shared/domain/ids.ts'
import type { CompanyId, UserId } from '#shared/domain/ids.ts'
import type { UnfinishedReassignment } from '#shared/firestore/serverDocuments.ts'
import { find, get, remove } from '#functions/store/store.ts'
import { reassignConversations } from './reassignConversations.ts'
import { reassignmentPlace } from './unfinishedReassignment.ts'

const BATCH = 100

export type MembershipLeft = Pick<
  UnfinishedReassignment,
  'companyId' | 'subjectId' | 'giveTo' | 'giveToTeamId' | 'by' | 'byName'
>

/**
 * After a membership has ended: his conversations go to whom they were given, the archived ones to nobody, and what was
 * his alone is deleted. Done again it goes on where it was. Who has come back meanwhile keeps what is left. Gives how
 * many conversations moved.
 */
export async function finishMembership(left: MembershipLeft, now: number): Promise<number> {
  const { companyId, subjectId } = left
  const userId = userIdSchema.parse(subjectId)
  const isBack = (await get('members', { companyId, userId })) !== undefined
  const moved = isBack ? 0 : await giveAway(left, now)
  if (!isBack) await deleteOwn(companyId, userId)
  await remove(...reassignmentPlace({ companyId, kind: 'member', subjectId }))
  return moved
}

async function giveAway(left: MembershipLeft, now: number): Promise<number> {
  const { companyId, subjectId: from, giveTo: to, giveToTeamId: toTeam, ...doer } = left
  const his = { companyId, field: 'assigneeId', from } as const
  const open = await reassignConversations({ ...his, to, toTeam }, doer, now)
  const snoozed = await reassignConversations({ ...his, state: 'snoozed', to, toTeam }, doer, now)
  // An archived one may come back: then it must not be a stranger's.
  const archived = await reassignConversations({ ...his, state: 'archived', to: '' }, doer, now)
  return open + snoozed + archived
}

/** Drafts, mutes and mentions would be there again with his next membership. */
async function deleteOwn(companyId: CompanyId, userId: UserId): Promise<void> {
  for (const name of ['drafts', 'mutes', 'mentions'] as const) {
    for (;;) {
      const found = await find(name, {}, BATCH, { companyId, userId })
      if (found.length === 0) break
      await Promise.all(
        found.map(({ id: conversationId }) => remove(name, { companyId, userId, conversationId })),
      )
    }
  }
}
