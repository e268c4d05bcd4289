import type { TemplateMessage } from '#shared/api/newMessage.ts'
import { DomainError } from '#shared/domain/DomainError.ts'
import { messageIdSchema } from '#shared/domain/ids.ts'
import type { CompanyId, ConversationId, MessageId } from '#shared/domain/ids.ts'
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
    const place = { companyId, channelId, conversationId }
    const sent = await meet(unit, { companyId, conversationId, message }, caller)
    if (sent) return null
    const after = await unsentBefore(unit, place)
    writeReply(unit, place, newReply(message.id, words, caller, now), after)
    return null
  })
}

/** The newest reply, where it has not left yet: what is sent after it must not overtake it. */
async function unsentBefore(
  unit: StoreTransaction,
  { companyId, conversationId }: Pick<Sending, 'companyId' | 'conversationId'>,
): Promise<MessageId | undefined> {
  const [newest] = await unit.find('messages', {}, 1, { companyId, conversationId })
  return newest?.data.delivery?.status === 'queued' ? messageIdSchema.parse(newest.id) : undefined
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
