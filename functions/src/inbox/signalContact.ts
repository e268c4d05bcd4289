import { DomainError } from '#shared/domain/DomainError.ts'
import type { Conversation } from '#shared/domain/conversation.ts'
import type { CompanyId, ConversationId } from '#shared/domain/ids.ts'
import { ProviderError } from '#shared/provider/ProviderError.ts'
import type { ChannelRoute } from '#functions/channels/route.ts'
import { contextOf, routeByChannel } from '#functions/channels/route.ts'
import { demandSight } from '#functions/members/demandSight.ts'
import type { CallingMember } from '#functions/members/demandSight.ts'
import { get } from '#functions/store/store.ts'

interface ContactSignal {
  readonly companyId: CompanyId
  readonly conversationId: ConversationId
  readonly signal: 'typing' | 'read'
}

/** Shows the customer that somebody types, or has read. A signal that does not get through is no loss. */
export async function signalContact(
  { companyId, conversationId, signal }: ContactSignal,
  caller: CallingMember,
): Promise<null> {
  const conversation = await get('conversations', { companyId, conversationId })
  if (!conversation) throw new DomainError('notFound')
  demandSight(caller, conversation)
  const route = await routeByChannel(companyId, conversation.channelId)
  if (!route || conversation.blocked) return null
  try {
    if (signal === 'typing') await showTyping(route, conversation)
    else await markRead(route, conversation, conversationId)
  } catch (error) {
    if (!(error instanceof ProviderError)) throw error
  }
  return null
}

async function showTyping(
  { adapter, settings, kind }: ChannelRoute,
  { externalId }: Conversation,
): Promise<void> {
  await adapter.signals?.typing?.(externalId, settings, contextOf(kind))
}

/** Where the last word is ours, the customer knows that his were read. */
async function markRead(
  { adapter, settings, kind, companyId }: ChannelRoute,
  { lastMessage, externalId: conversationExternalId }: Conversation,
  conversationId: ConversationId,
): Promise<void> {
  const mark = adapter.signals?.markRead
  if (!mark || lastMessage?.direction !== 'inbound') return
  const { id } = lastMessage
  const message = await get('messages', { companyId, conversationId, messageId: id })
  if (!message) return
  const { externalId, attachments } = message
  const standing = { id, externalId, conversationExternalId, hasAttachments: attachments.length > 0 }
  await mark(standing, settings, contextOf(kind))
}
