import type { TemplateMessage } from '#shared/api/newMessage.ts'
import { DomainError } from '#shared/domain/DomainError.ts'
import type { CompanyId, ConversationId } from '#shared/domain/ids.ts'
import { routeByChannel } from '#functions/channels/route.ts'
import { demandSight } from '#functions/members/demandSight.ts'
import type { CallingMember } from '#functions/members/demandSight.ts'
import { contendedTransaction } from '#functions/store/contendedTransaction.ts'
import { get } from '#functions/store/store.ts'
import type { StoreTransaction } from '#functions/store/store.ts'
import { wordsOf } from './wordsOf.ts'
import { newReply, writeReply } from './writeReply.ts'

interface Sending {
  readonly companyId: CompanyId
  readonly conversationId: ConversationId
  readonly message: TemplateMessage
}

/** Sends an approved template, whether the reply window is open or not. The same id is the same message. */
export async function sendApprovedTemplate(
  { companyId, conversationId, message }: Sending,
  caller: CallingMember,
  now = Date.now(),
): Promise<null> {
  const conversation = await get('conversations', { companyId, conversationId })
  if (!conversation) throw new DomainError('notFound')
  demandSight(caller, conversation)
  const { channelId } = conversation
  const route = await routeByChannel(companyId, channelId)
  if (!route) throw new DomainError('channelDisconnected')
  const words = await wordsOf(route, message)
  return contendedTransaction(async (unit) => {
    const sent = await meet(unit, { companyId, conversationId, message }, caller)
    if (!sent)
      writeReply(unit, { companyId, channelId, conversationId }, newReply(message.id, words, caller, now))
    return null
  })
}

/** Whether the message is there already; what may have changed since the template was read is asked again. */
async function meet(
  unit: StoreTransaction,
  { companyId, conversationId, message }: Sending,
  caller: CallingMember,
): Promise<boolean> {
  const [conversation, sent] = await unit.getAll<['conversations', 'messages']>(
    ['conversations', { companyId, conversationId }],
    ['messages', { companyId, conversationId, messageId: message.id }],
  )
  if (!conversation) throw new DomainError('notFound')
  demandSight(caller, conversation)
  if (conversation.blocked) throw new DomainError('contactBlocked')
  return sent !== undefined
}
