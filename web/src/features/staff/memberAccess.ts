import type { TeamId } from '#shared/domain/ids.ts'
import type { Member } from '#shared/domain/member.ts'

/** What of a member is changed in one place. */
export type MemberAccess = Pick<Member, 'role' | 'visibility' | 'teamIds'>

/** What somebody else has changed meanwhile is taken over, but for what was changed here; departments one by one. */
export function takenOver(form: MemberAccess, before: MemberAccess, now: MemberAccess): MemberAccess {
  const isOut = (id: TeamId) => before.teamIds.includes(id) && !form.teamIds.includes(id)
  const isIn = (id: TeamId) => form.teamIds.includes(id) && !before.teamIds.includes(id)
  const teamIds = now.teamIds.filter((id) => !isOut(id))
  return {
    role: form.role === before.role ? now.role : form.role,
    visibility: form.visibility === before.visibility ? now.visibility : form.visibility,
    teamIds: [...teamIds, ...form.teamIds.filter((id) => isIn(id) && !teamIds.includes(id))],
  }
}

/** What differs from what is stored: all that is asked of the server. */
export function accessChanges(form: MemberAccess, stored: MemberAccess): Partial<MemberAccess> {
  const isSameTeams =
    form.teamIds.length === stored.teamIds.length && form.teamIds.every((id) => stored.teamIds.includes(id))
  return {
    ...(form.role !== stored.role && { role: form.role }),
    ...(form.visibility !== stored.visibility && { visibility: form.visibility }),
    ...(!isSameTeams && { teamIds: form.teamIds }),
  }
}
