import { DomainError } from '#shared/domain/DomainError.ts'
import type { CompanyId, TeamId } from '#shared/domain/ids.ts'
import type { Actor } from '#functions/audit/auditEntry.ts'
import { writeAudit } from '#functions/audit/auditEntry.ts'
import { reassignConversations } from '#functions/members/reassignConversations.ts'
import { without } from '#functions/store/firestore.ts'
import { contendedTransaction } from '#functions/store/contendedTransaction.ts'
import { find } from '#functions/store/store.ts'

const BATCH = 100
/** Who belongs to a team stands in the members alone: all of a company's are looked through. */
const MOST_MEMBERS = 1000

interface Deleting {
  readonly companyId: CompanyId
  readonly teamId: TeamId
}

/**
 * Deletes a team; then, batch after batch, its members, conversations and contacts lose it, and channels that
 * assigned to it assign to all. Broken off in
 * between, it is called again and goes on where it was. Throws `notFound`.
 */
export async function deleteTeam(deleting: Deleting, actor: Actor, now = Date.now()): Promise<void> {
  const { companyId, teamId } = deleting
  const wasThere = await deleteDocument(deleting, actor, now)
  const members = await takeFromMembers(deleting)
  const reassignment = { companyId, field: 'teamId', from: teamId, to: '' } as const
  const conversations = await reassignConversations(reassignment, actor, now)
  const contacts = await takeFromContacts(deleting)
  const channels = await takeFromChannels(deleting)
  if (!wasThere && members + conversations + contacts + channels === 0) throw new DomainError('notFound')
}

function deleteDocument({ companyId, teamId }: Deleting, actor: Actor, now: number): Promise<boolean> {
  const place = ['teams', { companyId, teamId }] as const
  return contendedTransaction(async (unit) => {
    const team = await unit.get(...place)
    if (!team) return false
    unit.delete(...place)
    writeAudit(unit, companyId, { kind: 'teamDeleted', ...actor, subject: team.name }, now)
    return true
  })
}

async function takeFromMembers({ companyId, teamId }: Deleting): Promise<number> {
  const members = await find('members', {}, MOST_MEMBERS, { companyId })
  const its = members.filter(({ data }) => data.teamIds.some((id) => id === teamId))
  for (let at = 0; at < its.length; at += BATCH) {
    const places = its
      .slice(at, at + BATCH)
      .map(({ id: userId }) => ['members', { companyId, userId }] as const)
    await contendedTransaction(async (unit) => {
      const known = await unit.getAll(...places)
      places.forEach((place, index) => {
        if (known[index]) unit.update(place, { teamIds: without(teamId) })
      })
    })
  }
  return its.length
}

/** Those whose conversation is another team's, or none's. */
async function takeFromContacts({ companyId, teamId }: Deleting): Promise<number> {
  let taken = 0
  for (;;) {
    const contacts = await find('contactsOfTeam', { equals: [teamId] }, BATCH, { companyId })
    if (contacts.length === 0) return taken
    await contendedTransaction(async (unit) => {
      const places = contacts.map(({ id: contactId }) => ['contacts', { companyId, contactId }] as const)
      const known = await unit.getAll(...places)
      places.forEach((place, at) => {
        if (known[at]?.teamId === teamId) unit.update(place, { teamId: '' })
      })
    })
    taken += contacts.length
  }
}

/** A company has a handful. */
async function takeFromChannels({ companyId, teamId }: Deleting): Promise<number> {
  const channels = await find('channels', {}, BATCH, { companyId })
  const its = channels.filter(({ data }) => data.assignment.teamId === teamId)
  for (const { id: channelId } of its) {
    const place = ['channels', { companyId, channelId }] as const
    await contendedTransaction(async (unit) => {
      const channel = await unit.get(...place)
      if (channel?.assignment.teamId === teamId) unit.update(place, { 'assignment.teamId': '' })
    })
  }
  return its.length
}
