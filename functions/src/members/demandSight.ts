import { DomainError } from '#shared/domain/DomainError.ts'
import type { Conversation } from '#shared/domain/conversation.ts'
import type { UserId } from '#shared/domain/ids.ts'
import type { Member } from '#shared/domain/member.ts'
import { isInSight, sightsOf } from '#shared/domain/sight.ts'

/** Who asks, with what his company's document says of him. */
export interface CallingMember {
  readonly uid: UserId
  readonly member: Member | undefined
}

/** What a member does not see is, to him, not there. */
export function demandSight(
  { uid, member }: CallingMember,
  { assigneeId, teamId }: Pick<Conversation, 'assigneeId' | 'teamId'>,
): void {
  const sights = member ? sightsOf(member, uid) : []
  if (!isInSight(sights, { assigneeId, teamId })) throw new DomainError('notFound')
}
