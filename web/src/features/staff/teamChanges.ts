import type { TeamId, UserId } from '#shared/domain/ids.ts'
import type { CompanyMember } from '#web/firebase/members.ts'

export interface MemberTeams {
  readonly userId: UserId
  readonly teamIds: TeamId[]
}

/** Whose departments change when exactly `chosen` shall belong to one. */
export function teamChanges(
  members: readonly Pick<CompanyMember, 'id' | 'teamIds'>[],
  teamId: TeamId,
  chosen: readonly UserId[],
): MemberTeams[] {
  return members
    .filter(({ id, teamIds }) => teamIds.includes(teamId) !== chosen.includes(id))
    .map(({ id, teamIds }) => {
      const others = teamIds.filter((each) => each !== teamId)
      return { userId: id, teamIds: chosen.includes(id) ? [...others, teamId] : others }
    })
}
