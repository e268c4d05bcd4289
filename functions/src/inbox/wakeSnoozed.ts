import { conversationIdSchema, companyIdSchema } from '#shared/domain/ids.ts'
import type { CompanyId, ConversationId } from '#shared/domain/ids.ts'
import { inBatches } from '#functions/platform/inBatches.ts'
import { randomId } from '#functions/platform/hashId.ts'
import { commitTime } from '#functions/store/firestore.ts'
import { find, transaction } from '#functions/store/store.ts'
import type { Found } from '#functions/store/store.ts'

const MAX_CONVERSATIONS = 200
const AT_ONCE = 10

/**
 * Opens the conversations whose moment has come, at the top of the list, and tells of it by an event. Gives how
 * many. Broken off, it goes on the next minute.
 */
export async function wakeSnoozed(now = Date.now()): Promise<number> {
  const due = await find('conversationsToWake', { equals: ['snoozed'], range: now }, MAX_CONVERSATIONS)
  let woken = 0
  await inBatches(due, { atOnce: AT_ONCE }, async (found) => {
    if (await wake(placeOf(found), now)) woken++
  })
  return woken
}

interface Place {
  readonly companyId: CompanyId
  readonly conversationId: ConversationId
}

function placeOf({ id, path }: Found<'conversations'>): Place {
  return {
    companyId: companyIdSchema.parse(path.split('/')[1]),
    conversationId: conversationIdSchema.parse(id),
  }
}

/** What somebody has opened, archived or put off further meanwhile is left alone. */
function wake(place: Place, now: number): Promise<boolean> {
  return transaction(async (unit) => {
    const conversation = await unit.get('conversations', place)
    if (conversation?.state !== 'snoozed' || (conversation.snoozedUntilAt ?? 0) > now) return false
    const eventId = randomId()
    unit.update(['conversations', place], {
      state: 'open',
      snoozedUntilAt: null,
      sortAt: now,
      lastEventId: eventId,
      updatedAt: commitTime(),
    })
    unit.create(['conversationEvents', { ...place, eventId }], {
      kind: 'woken',
      from: 'snoozed',
      to: 'open',
      by: '',
      byName: '',
      at: commitTime(),
    })
    return true
  })
}
