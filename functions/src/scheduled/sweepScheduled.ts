import { companyIdSchema, conversationIdSchema, messageIdSchema, userIdSchema } from '#shared/domain/ids.ts'
import type { MessageId } from '#shared/domain/ids.ts'
import { bySending } from '#shared/domain/scheduledMessage.ts'
import type { ScheduledRefusal } from '#shared/domain/scheduledMessage.ts'
import { inBatches } from '#functions/platform/inBatches.ts'
import { commitTime } from '#functions/store/firestore.ts'
import type { Found, StoreTransaction } from '#functions/store/store.ts'
import { find, transaction } from '#functions/store/store.ts'
import { refusalToSend } from './refusalToSend.ts'
import type { ScheduledPlace } from './scheduledPlace.ts'
import { sendOff } from './sendOff.ts'

const MAX_MESSAGES = 500
const CONVERSATIONS_AT_ONCE = 10

/** Sends the replies whose time has come. Gives how many left; those that may not leave say why. */
export async function sweepScheduled(now = Date.now()): Promise<number> {
  const due = await find('scheduledDue', { equals: ['waiting'], range: now }, MAX_MESSAGES)
  const lanes = lanesOf(due.toSorted((a, b) => bySending(a.data, b.data)).map(placeOf))
  let sent = 0
  await inBatches(lanes, { atOnce: CONVERSATIONS_AT_ONCE }, async (lane) => {
    const count = await sendInOrder(lane, now)
    sent += count
  })
  return sent
}

/** What leaves one conversation leaves it in order. */
function lanesOf(places: readonly ScheduledPlace[]): ScheduledPlace[][] {
  const lanes = new Map<string, ScheduledPlace[]>()
  for (const place of places) {
    const lane = lanes.get(place.conversationId) ?? []
    lanes.set(place.conversationId, [...lane, place])
  }
  return [...lanes.values()]
}

function placeOf({ path, id }: Found<'scheduledMessages'>): ScheduledPlace {
  const [, companyId, , conversationId] = path.split('/')
  return {
    companyId: companyIdSchema.parse(companyId),
    conversationId: conversationIdSchema.parse(conversationId),
    messageId: messageIdSchema.parse(id),
  }
}

async function sendInOrder(lane: readonly ScheduledPlace[], now: number): Promise<number> {
  let after: MessageId | undefined
  let sent = 0
  for (const place of lane) {
    if (!(await sendWhenDue(place, after, now))) continue
    after = place.messageId
    sent++
  }
  return sent
}

/** Looked at anew: it may have been cancelled, put off or sent by another run since it was found. */
function sendWhenDue(place: ScheduledPlace, after: MessageId | undefined, now: number): Promise<boolean> {
  const { companyId, conversationId } = place
  return transaction(async (unit) => {
    const [scheduled, conversation, message] = await unit.getAll<
      ['scheduledMessages', 'conversations', 'messages']
    >(
      ['scheduledMessages', { ...place }],
      ['conversations', { companyId, conversationId }],
      ['messages', { ...place }],
    )
    if (!conversation || scheduled?.state !== 'waiting' || scheduled.sendAt > now) return false
    // Browsers choose the ids of messages: one that took this id must not stop every later run.
    if (message) {
      unit.delete('scheduledMessages', { ...place })
      return false
    }
    const userId = userIdSchema.parse(scheduled.author.id)
    const author = await unit.get('members', { companyId, userId })
    const refusal = author ? await refusalToSend(unit, companyId, conversation) : 'authorGone'
    if (!author || refusal) {
      refuse(unit, place, refusal ?? 'authorGone')
      return false
    }
    const { channelId } = conversation
    sendOff(unit, place, { scheduled, author: { id: userId, name: author.name }, channelId, after }, now)
    return true
  })
}

function refuse(unit: StoreTransaction, place: ScheduledPlace, reason: ScheduledRefusal): void {
  unit.update(['scheduledMessages', { ...place }], { state: 'refused', reason, updatedAt: commitTime() })
}
