import { DomainError } from '#shared/domain/DomainError.ts'
import type { CompanyId, TeamId, UserId } from '#shared/domain/ids.ts'
import type { Actor } from '#functions/audit/auditEntry.ts'
import { writeAudit } from '#functions/audit/auditEntry.ts'
import { invitationsOpenBy } from '#functions/invitations/invitationsOpenBy.ts'
import { writeRevocation } from '#functions/invitations/writeRevocation.ts'
import { without } from '#functions/store/firestore.ts'
import { contendedTransaction } from '#functions/store/contendedTransaction.ts'
import type { StoreTransaction } from '#functions/store/store.ts'
import { demandAnotherAdmin } from './demandAnotherAdmin.ts'
import { finishMembership } from './finishMembership.ts'
import type { MembershipLeft } from './finishMembership.ts'
import { noteReassignment } from './unfinishedReassignment.ts'

export interface MembershipEnd {
  readonly companyId: CompanyId
  readonly userId: UserId
  /** Who gets his open conversations, and those he has put off; '' leaves them to nobody. */
  readonly giveTo: UserId | ''
  /** The team that gets them. */
  readonly giveToTeamId?: TeamId | undefined
  readonly kind: 'memberRemoved' | 'memberLeft'
}

/**
 * Ends a membership: access first, in one transaction, since rules look at the member document; then all that follows
 * from it, noted in that transaction, so that it is finished by the sweeper where it breaks off. Throws `notFound` or
 * `lastAdmin`.
 */
export async function endMembership(end: MembershipEnd, actor: Actor, now = Date.now()): Promise<void> {
  const wasMember = await contendedTransaction((unit) => deleteMembership(unit, end, actor, now))
  const moved = await finishMembership(leftBy(end, actor), now)
  if (!wasMember && moved === 0) throw new DomainError('notFound')
}

function leftBy({ companyId, userId, giveTo, giveToTeamId }: MembershipEnd, { by, byName }: Actor) {
  return { companyId, subjectId: userId, giveTo, giveToTeamId, by, byName } satisfies MembershipLeft
}

async function deleteMembership(
  unit: StoreTransaction,
  end: MembershipEnd,
  actor: Actor,
  now: number,
): Promise<boolean> {
  const { companyId, userId, giveTo, giveToTeamId, kind } = end
  const place = ['members', { companyId, userId }] as const
  const member = await unit.get(...place)
  const heir = giveTo ? await unit.get('members', { companyId, userId: giveTo }) : undefined
  if (giveTo && (!heir || giveTo === userId)) throw new DomainError('notFound')
  const team = giveToTeamId && (await unit.get('teams', { companyId, teamId: giveToTeamId }))
  if (giveToTeamId && !team) throw new DomainError('notFound')
  if (!member) return false
  await demandAnotherAdmin(unit, companyId, member)
  const user = await unit.get('users', { userId })
  const invitations = await invitationsOpenBy(unit, end, now)
  unit.delete(...place)
  unit.delete('memberActivity', { companyId, userId })
  noteReassignment(unit, { ...leftBy(end, actor), kind: 'member' }, now)
  if (user) unit.update(['users', { userId }], { companyIds: without(companyId) })
  const heirs = [heir?.name, team && team.name].filter(Boolean).join(', ')
  const details = { role: member.role, ...(heirs && { conversationsTo: heirs }) }
  writeAudit(unit, companyId, { kind, ...actor, subject: member.name, details }, now)
  for (const each of invitations) writeRevocation(unit, each, actor, now)
  return true
}
