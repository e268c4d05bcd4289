import { DomainError } from '#shared/domain/DomainError.ts'
import type { CompanyId, TeamId, UserId } from '#shared/domain/ids.ts'
import type { Actor } from '#functions/audit/auditEntry.ts'
import { writeAudit } from '#functions/audit/auditEntry.ts'
import { without } from '#functions/store/firestore.ts'
import { contendedTransaction } from '#functions/store/contendedTransaction.ts'
import type { StoreTransaction } from '#functions/store/store.ts'
import { demandAnotherAdmin } from './demandAnotherAdmin.ts'
import { reassignConversations } from './reassignConversations.ts'

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
 * Ends a membership: access first, in one transaction, since rules look at the member document; his
 * conversations after it, in batches, the archived ones to nobody. Broken off in between, it is called again and goes on where it was.
 * Throws `notFound` or `lastAdmin`.
 */
export async function endMembership(end: MembershipEnd, actor: Actor, now = Date.now()): Promise<void> {
  const wasMember = await contendedTransaction((unit) => deleteMembership(unit, end, actor, now))
  const moved = await giveAway(end, actor, now)
  if (!wasMember && moved === 0) throw new DomainError('notFound')
}

async function giveAway(end: MembershipEnd, actor: Actor, now: number): Promise<number> {
  const { companyId, userId: from, giveTo: to, giveToTeamId: toTeam } = end
  const his = { companyId, field: 'assigneeId', from } as const
  const open = await reassignConversations({ ...his, to, toTeam }, actor, now)
  const snoozed = await reassignConversations({ ...his, state: 'snoozed', to, toTeam }, actor, now)
  // An archived one may come back: then it must not be a stranger's.
  const archived = await reassignConversations({ ...his, state: 'archived', to: '' }, actor, now)
  return open + snoozed + archived
}

async function deleteMembership(
  unit: StoreTransaction,
  { companyId, userId, giveTo, giveToTeamId, kind }: MembershipEnd,
  actor: Actor,
  now: number,
): Promise<boolean> {
  const place = ['members', { companyId, userId }] as const
  const member = await unit.get(...place)
  const heir = giveTo ? await unit.get('members', { companyId, userId: giveTo }) : undefined
  if (giveTo && (!heir || giveTo === userId)) throw new DomainError('notFound')
  const team = giveToTeamId && (await unit.get('teams', { companyId, teamId: giveToTeamId }))
  if (giveToTeamId && !team) throw new DomainError('notFound')
  if (!member) return false
  await demandAnotherAdmin(unit, companyId, member)
  const user = await unit.get('users', { userId })
  unit.delete(...place)
  unit.delete('memberActivity', { companyId, userId })
  if (user) unit.update(['users', { userId }], { companyIds: without(companyId) })
  const heirs = [heir?.name, team && team.name].filter(Boolean).join(', ')
  const details = { role: member.role, ...(heirs && { conversationsTo: heirs }) }
  writeAudit(unit, companyId, { kind, ...actor, subject: member.name, details }, now)
  return true
}
