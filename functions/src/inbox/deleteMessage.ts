import { DomainError } from '#shared/domain/DomainError.ts'
import type { CallingMember } from '#functions/members/demandSight.ts'
import { contextOf } from '#functions/channels/route.ts'
import { commitTime } from '#functions/store/firestore.ts'
import { contendedTransaction } from '#functions/store/contendedTransaction.ts'
import { demandOwn } from './demandOwn.ts'
import { meetMessage } from './meetMessage.ts'
import type { MessagePlace } from './meetMessage.ts'

/** Takes one's own message back from the customer; here it is marked, and its text kept for the team. */
export async function deleteMessage(
  place: MessagePlace,
  caller: CallingMember,
  now = Date.now(),
): Promise<null> {
  const met = await meetMessage(place, caller)
  const { route, standing } = met
  const { delete: take } = route.adapter.changes ?? {}
  if (!take) throw new DomainError('channelCannot')
  demandOwn(met, caller, route.adapter.manifest.limits.deleteWindowMs, now)
  await take(standing, route.settings, contextOf(route.kind))
  await storeDeletion(place, caller.uid, now)
  return null
}

function storeDeletion(
  { companyId, conversationId, messageId }: MessagePlace,
  deletedBy: string,
  now: number,
): Promise<void> {
  const places = {
    message: ['messages', { companyId, conversationId, messageId }] as const,
    conversation: ['conversations', { companyId, conversationId }] as const,
  }
  return contendedTransaction(async (unit) => {
    const [message, row] = await unit.getAll<['messages', 'conversations']>(
      places.message,
      places.conversation,
    )
    if (message?.deletedAt !== undefined) return
    unit.update(places.message, { deletedAt: now, deletedBy, updatedAt: commitTime() })
    if (row?.lastMessage?.id === messageId) {
      unit.update(places.conversation, { 'lastMessage.isDeleted': true, updatedAt: commitTime() })
    }
  })
}
