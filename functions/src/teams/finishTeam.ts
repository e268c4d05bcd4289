import type { CompanyId, TeamId } from '#shared/domain/ids.ts'
import { reassignConversations } from '#functions/members/reassignConversations.ts'
import type { Doer } from '#functions/members/reassignConversations.ts'
import { reassignmentPlace } from '#functions/members/unfinishedReassignment.ts'
import { contendedTransaction } from '#functions/store/contendedTransaction.ts'
import { without } from '#functions/store/firestore.ts'
import { find, remove } from '#functions/store/store.ts'

const BATCH = 100
/** Who belongs to a team stands in the members alone: all of a company's are looked through. */
const MOST_MEMBERS = 1000

export interface TeamPlace {
  readonly companyId: CompanyId
  readonly teamId: TeamId
}

/**
 * After a team is gone: its members, conversations and contacts lose it, and channels that assigned to it assign to all.
 * Done again it goes on where it was. Gives how many had it.
 */
export async function finishTeam(place: TeamPlace, doer: Doer, now: number): Promise<number> {
  const { companyId, teamId } = place
  const members = await takeFromMembers(place)
  const reassignment = { companyId, field: 'teamId', from: teamId, to: '' } as const
  const conversations = await reassignConversations(reassignment, doer, now)
  const contacts = await takeFromContacts(place)
  const channels = await takeFromChannels(place)
  await remove(...reassignmentPlace({ companyId, kind: 'team', subjectId: teamId }))
  return members + conversations + contacts + channels
}

async function takeFromMembers({ companyId, teamId }: TeamPlace): Promise<number> {
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
async function takeFromContacts({ companyId, teamId }: TeamPlace): Promise<number> {
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
async function takeFromChannels({ companyId, teamId }: TeamPlace): Promise<number> {
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
