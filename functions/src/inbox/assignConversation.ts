import type { Channel } from '#shared/domain/channel.ts'
import type { Conversation } from '#shared/domain/conversation.ts'
import type { CompanyId, OutboxEntryId, UserId } from '#shared/domain/ids.ts'
import type { OutboxEntry } from '#shared/domain/outboxEntry.ts'
import { MINUTE_MS } from '#shared/domain/time.ts'
import { randomId } from '#functions/platform/hashId.ts'
import { commitTime } from '#functions/store/firestore.ts'
import { get, transaction } from '#functions/store/store.ts'
import type { StoreTransaction } from '#functions/store/store.ts'
import type { AvailableMember } from './availableMembers.ts'
import { availableMembers, maySee } from './availableMembers.ts'
import { ConversationQueue } from './conversationQueue.ts'
import { pickAssignee } from './pickAssignee.ts'

export interface AssignmentAtHand {
  readonly companyId: CompanyId
  readonly entryId: OutboxEntryId
  readonly entry: OutboxEntry
  readonly now: number
}

/** Who is there is asked once for so many. */
const MAX_BATCH = 50
/** Nobody is there: until when nobody is looked for again. */
const RETRY_AFTER_MS = MINUTE_MS

/** Assigned to somebody; `waiting` for somebody to come; or there is nothing to assign any more. */
export type Assigned = UserId | 'waiting' | 'settled'

const queue = new ConversationQueue<AssignmentAtHand, Assigned>(MAX_BATCH, assignAll)

/**
 * Gives a conversation that nobody has to one of those its channel names. One transaction does all of it: a process
 * that dies on the way has done nothing, and the sweeper takes the entry up again. What a colleague has taken
 * meanwhile, or archived, is left as it is.
 */
export function assignConversation(atHand: AssignmentAtHand): Promise<Assigned> {
  return queue.add(`${atHand.companyId}/${atHand.entry.channelId}`, atHand)
}

/** Those of one channel, in the order in which they began to wait. */
async function assignAll(batch: readonly AssignmentAtHand[]): Promise<Assigned[]> {
  const [first] = batch
  if (!first) return []
  const { companyId, entry, now } = first
  const channel = await get('channels', { companyId, channelId: entry.channelId })
  let available = channel ? await availableMembers(companyId, channel.assignment, now) : []
  const assigned = new Map<AssignmentAtHand, Assigned>()
  for (const each of [...batch].sort((a, b) => a.entry.createdAt - b.entry.createdAt)) {
    const outcome = await transaction((unit) => assign(unit, each, channel, available))
    available = available.map((one) => (one.id === outcome ? { ...one, openCount: one.openCount + 1 } : one))
    assigned.set(each, outcome)
  }
  return batch.map((each) => assigned.get(each) ?? 'settled')
}

async function assign(
  unit: StoreTransaction,
  { companyId, entryId, entry, now }: AssignmentAtHand,
  channel: Channel | undefined,
  available: readonly AvailableMember[],
): Promise<Assigned> {
  const { conversationId, channelId } = entry
  const places = {
    entry: ['outbox', { companyId, entryId }] as const,
    conversation: ['conversations', { companyId, conversationId }] as const,
    turn: ['assignmentTurns', { companyId, channelId }] as const,
  }
  const [waits, conversation, turn] = await unit.getAll<['outbox', 'conversations', 'assignmentTurns']>(
    places.entry,
    places.conversation,
    places.turn,
  )
  if (!waits) return 'settled'
  const mode = channel?.assignment.mode ?? 'off'
  if (!conversation || mode === 'off' || !isNobodys(conversation)) {
    unit.delete(...places.entry)
    return 'settled'
  }
  const candidates = available.filter((each) => maySee(each, conversation))
  const assigneeId = await pickPresent(unit, companyId, (left) =>
    pickAssignee(mode, candidates.filter(left), turn?.lastAssigneeId ?? ''),
  )
  if (!assigneeId) {
    unit.update(places.entry, { state: 'waiting', nextAttemptAt: now + RETRY_AFTER_MS })
    return 'waiting'
  }
  await give(unit, { companyId, conversationId }, conversation, assigneeId, now)
  unit.set(places.turn, { lastAssigneeId: assigneeId })
  unit.delete(...places.entry)
  return assigneeId
}

/** Who was removed since the members were asked for is passed over; one who is removed now makes the commit fail. */
async function pickPresent(
  unit: StoreTransaction,
  companyId: CompanyId,
  pick: (left: (each: Pick<AvailableMember, 'id'>) => boolean) => UserId | undefined,
): Promise<UserId | undefined> {
  const gone = new Set<string>()
  for (;;) {
    const userId = pick(({ id }) => !gone.has(id))
    if (!userId || (await unit.get('members', { companyId, userId }))) return userId
    gone.add(userId)
  }
}

/** It may be taken, archived or blocked by now. */
function isNobodys({ assigneeId, state, blocked }: Conversation): boolean {
  return assigneeId === '' && state !== 'archived' && !blocked
}

/** As a member would: with the event that tells of it, and the contact as far as he goes with this conversation. */
async function give(
  unit: StoreTransaction,
  ids: { readonly companyId: CompanyId; readonly conversationId: OutboxEntry['conversationId'] },
  { contactId }: Conversation,
  assigneeId: UserId,
  now: number,
): Promise<void> {
  const { companyId, conversationId } = ids
  const contact = await unit.get('contacts', { companyId, contactId })
  const eventId = randomId()
  unit.update(['conversations', ids], { assigneeId, lastEventId: eventId, updatedAt: commitTime() })
  unit.create(['conversationEvents', { ...ids, eventId }], {
    kind: 'assigned',
    from: '',
    to: assigneeId,
    by: '',
    byName: '',
    at: now,
  })
  if (contact?.conversationId === conversationId) {
    unit.update(['contacts', { companyId, contactId }], { assigneeId })
  }
}
