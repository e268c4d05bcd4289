import { DomainError } from '#shared/domain/DomainError.ts'
import type { CompanyId, UserId } from '#shared/domain/ids.ts'
import type { User } from '#shared/domain/user.ts'
import { InvalidInputError } from '#shared/provider/InvalidInputError.ts'
import { emailHash } from '#functions/account/emailHash.ts'
import { writeAudit } from '#functions/audit/auditEntry.ts'
import { added } from '#functions/store/firestore.ts'
import { contendedTransaction } from '#functions/store/contendedTransaction.ts'
import type { StoreTransaction } from '#functions/store/store.ts'
import type { FollowedLink, OpenInvitation } from './followLink.ts'
import { followLink } from './followLink.ts'

interface Accepting {
  readonly userId: UserId
  readonly token: string
  /** For who has none yet. */
  readonly name: string
  readonly address: string
}

/**
 * The person joins every company the link still opens. The letter reached him, so its address is confirmed
 * where he has none. His own second try gives the same company; a member already is told so, and the link is
 * used up. Throws like `readInvitation`, or `alreadyMember`.
 */
export async function acceptInvitation(
  accepting: Accepting,
  now = Date.now(),
): Promise<{ companyId: CompanyId }> {
  const outcome = await contendedTransaction((unit) => accept(unit, accepting, now))
  // Only now: thrown inside, it would undo that the link is used up.
  if (outcome === 'alreadyMember') throw new DomainError('alreadyMember')
  return outcome
}

async function accept(
  unit: StoreTransaction,
  accepting: Accepting,
  now: number,
): Promise<{ companyId: CompanyId } | 'alreadyMember'> {
  const { userId, token } = accepting
  const link = await followLink(unit, token, now)
  if (link.open.length === 0) return joinedBefore(unit, link, userId)
  const [user, owner] = await unit.getAll<['users', 'userEmails']>(
    ['users', { userId }],
    ['userEmails', { emailHash: emailHash(link.email) }],
  )
  if (!user) throw new DomainError('notFound')
  const name = user.name || accepting.name
  if (name === '') throw new InvalidInputError(['name: too_small'])
  const joined = await withoutMemberships(unit, link.open, userId)
  markUsed(unit, link, userId)
  for (const each of joined) join(unit, each, { ...user, name }, accepting, now)
  changeUser(unit, userId, { ...user, name }, link, joined, owner === undefined)
  return joined[0] ? { companyId: joined[0].companyId } : 'alreadyMember'
}

/** An answer that got lost on its way is given again. */
async function joinedBefore(
  unit: StoreTransaction,
  { used, refusal }: FollowedLink,
  userId: UserId,
): Promise<{ companyId: CompanyId }> {
  const own = used.find(({ invitation }) => invitation.acceptedBy === userId)
  const member = own && (await unit.get('members', { companyId: own.companyId, userId }))
  if (!own || !member) throw refusal
  return { companyId: own.companyId }
}

async function withoutMemberships(
  unit: StoreTransaction,
  open: readonly OpenInvitation[],
  userId: UserId,
): Promise<OpenInvitation[]> {
  const members = await Promise.all(open.map(({ companyId }) => unit.get('members', { companyId, userId })))
  return open.filter((_, at) => !members[at])
}

function markUsed(unit: StoreTransaction, { open, invitationId }: FollowedLink, userId: UserId): void {
  for (const { companyId } of open) {
    unit.update(['invitations', { companyId, invitationId }], { state: 'accepted', acceptedBy: userId })
  }
}

function join(
  unit: StoreTransaction,
  { companyId, invitation }: OpenInvitation,
  { name, about, avatar, sessionsValidAfterAt }: User,
  { userId, address }: Accepting,
  now: number,
): void {
  const { role, email } = invitation
  unit.create(['members', { companyId, userId }], {
    role,
    name,
    about,
    avatar,
    teamIds: [],
    visibility: 'all',
    sessionsValidAfterAt,
    createdAt: now,
  })
  const deed = { kind: 'memberJoined', by: userId, byName: name, subject: name } as const
  writeAudit(unit, companyId, { ...deed, details: { email, role }, address }, now)
}

function changeUser(
  unit: StoreTransaction,
  userId: UserId,
  { name, email, pendingEmail }: User,
  link: FollowedLink,
  joined: readonly OpenInvitation[],
  isUnclaimed: boolean,
): void {
  const isConfirmed = email === '' && isUnclaimed
  if (isConfirmed) unit.create(['userEmails', { emailHash: emailHash(link.email) }], { userId })
  unit.update(['users', { userId }], {
    name,
    ...(joined.length > 0 && { companyIds: added(...joined.map(({ companyId }) => companyId)) }),
    ...(isConfirmed && { email: link.email, ...(pendingEmail === link.email && { pendingEmail: '' }) }),
  })
}
