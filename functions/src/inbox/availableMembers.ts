import type { Assignment } from '#shared/domain/channel.ts'
import type { Conversation } from '#shared/domain/conversation.ts'
import type { CompanyId, UserId } from '#shared/domain/ids.ts'
import { userIdSchema } from '#shared/domain/ids.ts'
import type { Member } from '#shared/domain/member.ts'
import { ONLINE_FOR_MS } from '#shared/domain/member.ts'
import { narrowed, sightsOf } from '#shared/domain/sight.ts'
import { count, find } from '#functions/store/store.ts'
import type { Candidate } from './pickAssignee.ts'

const MOST_MEMBERS = 1000
/** One read each; whoever has more has enough. */
const MOST_COUNTED = 1000

export type AvailableMember = Candidate & { readonly member: Member }

/** Who may be given a channel's conversations now: of its team, or of all; with what they have already. */
export async function availableMembers(
  companyId: CompanyId,
  { mode, teamId, onlineOnly }: Assignment,
  now: number,
): Promise<AvailableMember[]> {
  const onlineIds = onlineOnly ? await idsOfOnline(companyId, now) : undefined
  if (mode === 'off' || onlineIds?.size === 0) return []
  const found = await find('members', {}, MOST_MEMBERS, { companyId })
  const available = found
    .map(({ id, data }) => ({ id: userIdSchema.parse(id), member: data }))
    .filter(({ id }) => onlineIds?.has(id) ?? true)
    .filter(({ member }) => teamId === '' || member.teamIds.includes(teamId))
  return Promise.all(
    available.map(async (each) => ({
      ...each,
      openCount: mode === 'leastBusy' ? await countOpen(companyId, each.id) : 0,
    })),
  )
}

async function idsOfOnline(companyId: CompanyId, now: number): Promise<ReadonlySet<string>> {
  const seen = await find('membersSeenSince', { range: now - ONLINE_FOR_MS }, MOST_MEMBERS, { companyId })
  return new Set(seen.map(({ id }) => id))
}

function countOpen(companyId: CompanyId, userId: UserId): Promise<number> {
  return count('conversationsOfAssignee', { equals: ['open', userId] }, MOST_COUNTED, { companyId })
}

/** Nobody is given what he would not have seen. */
export function maySee(
  { id, member }: AvailableMember,
  { assigneeId, teamId }: Pick<Conversation, 'assigneeId' | 'teamId'>,
): boolean {
  return sightsOf(member, id).some((sight) => narrowed(sight, { assigneeId, teamId }) !== null)
}
