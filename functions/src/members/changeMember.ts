import { DomainError } from '#shared/domain/DomainError.ts'
import type { CompanyId, TeamId, UserId } from '#shared/domain/ids.ts'
import type { Member, Role, Visibility } from '#shared/domain/member.ts'
import type { Actor } from '#functions/audit/auditEntry.ts'
import { writeAudit } from '#functions/audit/auditEntry.ts'
import { invitationsOpenBy } from '#functions/invitations/invitationsOpenBy.ts'
import { writeRevocation } from '#functions/invitations/writeRevocation.ts'
import { contendedTransaction } from '#functions/store/contendedTransaction.ts'
import type { StoreTransaction } from '#functions/store/store.ts'
import { demandAnotherAdmin } from './demandAnotherAdmin.ts'

export interface MemberChange {
  readonly companyId: CompanyId
  readonly userId: UserId
  readonly role?: Role | undefined
  readonly visibility?: Visibility | undefined
  readonly teamIds?: readonly TeamId[] | undefined
}

/**
 * Changes what is named; the rest stays. Who is no admin any more has no open invitations, either. Throws `notFound`
 * (a team counts, too) or `lastAdmin`.
 */
export function changeMember(change: MemberChange, actor: Actor, now = Date.now()): Promise<void> {
  const { companyId, userId } = change
  const place = ['members', { companyId, userId }] as const
  return contendedTransaction(async (unit) => {
    const member = await unit.get(...place)
    if (!member) throw new DomainError('notFound')
    const wanted = wantedOf(member, change)
    const details = differences(member, wanted, await teamNames(unit, companyId, member, wanted))
    if (Object.keys(details).length === 0) return
    const isDemoted = member.role === 'admin' && wanted.role !== 'admin'
    if (isDemoted) await demandAnotherAdmin(unit, companyId, member)
    const invitations = isDemoted ? await invitationsOpenBy(unit, change, now) : []
    unit.update(place, wanted)
    writeAudit(unit, companyId, { kind: 'memberChanged', ...actor, subject: member.name, details }, now)
    for (const each of invitations) writeRevocation(unit, each, actor, now)
  })
}

type Wanted = Pick<Member, 'role' | 'visibility' | 'teamIds'>

function wantedOf(member: Member, { role, visibility, teamIds }: MemberChange): Wanted {
  return {
    role: role ?? member.role,
    visibility: visibility ?? member.visibility,
    teamIds: teamIds ? [...new Set(teamIds)] : member.teamIds,
  }
}

/** Names of all teams before and after; one that is added has to be there. */
async function teamNames(
  unit: StoreTransaction,
  companyId: CompanyId,
  member: Member,
  wanted: Wanted,
): Promise<ReadonlyMap<TeamId, string>> {
  const teamIds = [...new Set([...member.teamIds, ...wanted.teamIds])]
  const teams = await Promise.all(teamIds.map((teamId) => unit.get('teams', { companyId, teamId })))
  const isMissing = teamIds.some((id, at) => !teams[at] && !member.teamIds.includes(id))
  if (isMissing) throw new DomainError('notFound')
  return new Map(teamIds.map((teamId, at) => [teamId, teams[at]?.name ?? '']))
}

/** What the audit shows: for each change the words after it, and before it. */
function differences(
  before: Wanted,
  after: Wanted,
  names: ReadonlyMap<TeamId, string>,
): Record<string, string> {
  const named = (teamIds: readonly TeamId[]) =>
    teamIds
      .map((id) => names.get(id) ?? '')
      .filter(Boolean)
      .sort()
      .join(', ')
  const isSameTeams = [...before.teamIds].sort().join() === [...after.teamIds].sort().join()
  return {
    ...(before.role !== after.role && { role: after.role, roleBefore: before.role }),
    ...(before.visibility !== after.visibility && {
      visibility: after.visibility,
      visibilityBefore: before.visibility,
    }),
    ...(!isSameTeams && { teams: named(after.teamIds), teamsBefore: named(before.teamIds) }),
  }
}
