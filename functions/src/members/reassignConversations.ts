import type { CompanyId, TeamId } from '#shared/domain/ids.ts'
import type { Conversation } from '#shared/domain/conversation.ts'
import type { ConversationEventKind } from '#shared/domain/conversationEvent.ts'
import { randomId } from '#functions/platform/hashId.ts'
import { commitTime } from '#functions/store/firestore.ts'
import { find, transaction } from '#functions/store/store.ts'
import type { StoreTransaction } from '#functions/store/store.ts'

/** Three or four writes each: well below what one commit takes, and over before anybody has waited for its locks. */
const BATCH = 50

/** From whom or which team, to whom or which ('' for nobody, none). */
export interface Reassignment {
  readonly companyId: CompanyId
  readonly field: 'assigneeId' | 'teamId'
  readonly from: string
  readonly to: string
  /** Of a member: which of his. */
  readonly state?: Conversation['state']
  /** Of a member: the team that gets them besides. */
  readonly toTeam?: TeamId | undefined
}

/** Whose deed the events tell of. */
export interface Doer {
  readonly by: string
  readonly byName: string
}

const EVENT_KIND = {
  assigneeId: 'assigned',
  teamId: 'teamAssigned',
} as const satisfies Record<Reassignment['field'], ConversationEventKind>

/**
 * Moves a member's conversations of one state, or all of a team, with their contacts, batch after batch, until
 * none is left; each tells of it by its event. Broken off, it is simply called again. Gives how many moved.
 */
export async function reassignConversations(
  reassignment: Reassignment,
  doer: Doer,
  now = Date.now(),
): Promise<number> {
  let moved = 0
  for (;;) {
    const ids = await nextBatch(reassignment)
    if (ids.length === 0) return moved
    moved += await transaction((unit) => moveBatch(unit, reassignment, ids, doer, now))
  }
}

async function nextBatch({ companyId, field, from, state = 'open' }: Reassignment): Promise<string[]> {
  const found =
    field === 'teamId'
      ? await find('conversationsOfTeam', { equals: [from] }, BATCH, { companyId })
      : await find('conversationsOfAssignee', { equals: [state, from] }, BATCH, { companyId })
  return found.map(({ id }) => id)
}

/** Whoever is to get them may have gone meanwhile himself, and so may the team: then nobody does, or none. */
async function stillThere(unit: StoreTransaction, wanted: Reassignment): Promise<Reassignment> {
  const { companyId, field, to, toTeam } = wanted
  const heir = field === 'assigneeId' && to ? await unit.get('members', { companyId, userId: to }) : undefined
  const team = toTeam ? await unit.get('teams', { companyId, teamId: toTeam }) : undefined
  return { ...wanted, to: heir ? to : '', toTeam: team ? toTeam : undefined }
}

/** What somebody has given away meanwhile is left alone. */
async function moveBatch(
  unit: StoreTransaction,
  wanted: Reassignment,
  conversationIds: readonly string[],
  doer: Doer,
  now: number,
): Promise<number> {
  const reassignment = await stillThere(unit, wanted)
  const { companyId, field, from } = reassignment
  const conversations = await Promise.all(
    conversationIds.map((conversationId) => unit.get('conversations', { companyId, conversationId })),
  )
  const contactIds = [...new Set(conversations.flatMap((conversation) => conversation?.contactId ?? []))]
  const contacts = await Promise.all(
    contactIds.map((contactId) => unit.get('contacts', { companyId, contactId })),
  )
  const moved = conversationIds.filter((_, at) => conversations[at]?.[field] === from)
  conversationIds.forEach((conversationId, at) => {
    const conversation = conversations[at]
    if (conversation?.[field] === from)
      moveOne(unit, { companyId, conversationId }, changesOf(reassignment, conversation), doer, now)
  })
  contactIds.forEach((contactId, at) => {
    // A contact goes with his latest conversation.
    const isWithIt = moved.some((id) => id === contacts[at]?.conversationId)
    if (isWithIt) unit.update(['contacts', { companyId, contactId }], wantedOf(reassignment))
  })
  return moved.length
}

function wantedOf({ field, to, toTeam }: Reassignment): Partial<Record<Reassignment['field'], string>> {
  return { [field]: to, ...(toTeam !== undefined && { teamId: toTeam }) }
}

interface FieldChange {
  readonly field: Reassignment['field']
  readonly from: string
  readonly to: string
}

/** Only what becomes another is told. */
function changesOf(reassignment: Reassignment, { assigneeId, teamId }: Conversation): FieldChange[] {
  const before = { assigneeId, teamId }
  const wanted = wantedOf(reassignment)
  return (['assigneeId', 'teamId'] as const).flatMap((field) => {
    const to = wanted[field]
    return to === undefined || to === before[field] ? [] : [{ field, from: before[field], to }]
  })
}

/** Each change has its event; the conversation names the last. */
function moveOne(
  unit: StoreTransaction,
  place: { readonly companyId: CompanyId; readonly conversationId: string },
  changes: readonly FieldChange[],
  { by, byName }: Doer,
  now: number,
): void {
  for (const { field, from, to } of changes) {
    const eventId = randomId()
    const change = { [field]: to, lastEventId: eventId, updatedAt: commitTime() }
    unit.update(['conversations', place], change)
    unit.create(['conversationEvents', { ...place, eventId }], {
      kind: EVENT_KIND[field],
      from,
      to,
      by,
      byName,
      at: now,
    })
  }
}
