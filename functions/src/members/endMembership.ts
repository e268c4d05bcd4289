import { DomainError } from '#shared/domain/DomainError.ts'
import type { CompanyId, UserId } from '#shared/domain/ids.ts'
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
  /** Who gets his open conversations; '' leaves them to nobody. */
  readonly giveTo: UserId | ''
  readonly kind: 'memberRemoved' | 'memberLeft'
}

/**
 * Ends a membership: access first, in one transaction, since rules look at the member document; his
 * conversations after it, in batches, the archived ones to nobody. Broken off in between, it is called again and goes on where it was.
 * Throws `notFound` or `lastAdmin`.
 */
export async function endMembership(end: MembershipEnd, actor: Actor, now = Date.now()): Promise<void> {
  const { companyId, userId: from, giveTo: to } = end
  const wasMember = await contendedTransaction((unit) => deleteMembership(unit, end, actor, now))
  const his = { companyId, field: 'assigneeId', from } as const
  const moved = await reassignConversations({ ...his, to }, actor, now)
  // An archived one may come back: then it must not be a stranger's.
  const left = await reassignConversations({ ...his, state: 'archived', to: '' }, actor, now)
  if (!wasMember && moved + left === 0) throw new DomainError('notFound')
}

async function deleteMembership(
  unit: StoreTransaction,
  { companyId, userId, giveTo, kind }: MembershipEnd,
  actor: Actor,
  now: number,
): Promise<boolean> {
  const place = ['members', { companyId, userId }] as const
  const member = await unit.get(...place)
  const heir = giveTo ? await unit.get('members', { companyId, userId: giveTo }) : undefined
  if (giveTo && (!heir || giveTo === userId)) throw new DomainError('notFound')
  if (!member) return false
  await demandAnotherAdmin(unit, companyId, member)
  const user = await unit.get('users', { userId })
  unit.delete(...place)
  unit.delete('memberActivity', { companyId, userId })
  if (user) unit.update(['users', { userId }], { companyIds: without(companyId) })
  const details = { role: member.role, ...(heir && { conversationsTo: heir.name }) }
  writeAudit(unit, companyId, { kind, ...actor, subject: member.name, details }, now)
  return true
}
