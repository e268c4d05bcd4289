import type { CompanyId } from '#shared/domain/ids.ts'
import type { Conversation } from '#shared/domain/conversation.ts'
import type { ConversationEventKind } from '#shared/domain/conversationEvent.ts'
import type { Actor } from '#functions/audit/auditEntry.ts'
import { randomId } from '#functions/platform/hashId.ts'
import { commitTime } from '#functions/store/firestore.ts'
import { find, transaction } from '#functions/store/store.ts'
import type { StoreTransaction } from '#functions/store/store.ts'

/** Three writes each: well below what one commit takes, and over before anybody has waited for its locks. */
const BATCH = 50

/** From whom or which team, to whom or which ('' for nobody, none). */
export interface Reassignment {
  readonly companyId: CompanyId
  readonly field: 'assigneeId' | 'teamId'
  readonly from: string
  readonly to: string
  /** Of a member: which of his. */
  readonly state?: Conversation['state']
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
  actor: Actor,
  now = Date.now(),
): Promise<number> {
  let moved = 0
  for (;;) {
    const ids = await nextBatch(reassignment)
    if (ids.length === 0) return moved
    moved += await transaction((unit) => moveBatch(unit, reassignment, ids, actor, now))
  }
}

async function nextBatch({ companyId, field, from, state = 'open' }: Reassignment): Promise<string[]> {
  const found =
    field === 'teamId'
      ? await find('conversationsOfTeam', { equals: [from] }, BATCH, { companyId })
      : await find('conversationsOfAssignee', { equals: [state, from] }, BATCH, { companyId })
  return found.map(({ id }) => id)
}

/** What somebody has given away meanwhile is left alone. */
async function moveBatch(
  unit: StoreTransaction,
  { companyId, field, from, to }: Reassignment,
  conversationIds: readonly string[],
  { by, byName }: Actor,
  now: number,
): Promise<number> {
  const conversations = await Promise.all(
    conversationIds.map((conversationId) => unit.get('conversations', { companyId, conversationId })),
  )
  const contactIds = [...new Set(conversations.flatMap((conversation) => conversation?.contactId ?? []))]
  const contacts = await Promise.all(
    contactIds.map((contactId) => unit.get('contacts', { companyId, contactId })),
  )
  const moved = conversationIds.filter((_, at) => conversations[at]?.[field] === from)
  for (const conversationId of moved) {
    const eventId = randomId()
    const change = { [field]: to, lastEventId: eventId, updatedAt: commitTime() }
    const event = { kind: EVENT_KIND[field], from, to, by, byName, at: now }
    unit.update(['conversations', { companyId, conversationId }], change)
    unit.create(['conversationEvents', { companyId, conversationId, eventId }], event)
  }
  contactIds.forEach((contactId, at) => {
    // A contact goes with his latest conversation.
    const isWithIt = moved.some((id) => id === contacts[at]?.conversationId)
    if (isWithIt) unit.update(['contacts', { companyId, contactId }], { [field]: to })
  })
  return moved.length
}
