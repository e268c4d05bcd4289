import { DomainError } from '#shared/domain/DomainError.ts'
import type { Conversation } from '#shared/domain/conversation.ts'
import type { IdentifiedMessage } from '#shared/domain/conversationChanges.ts'
import { messageIdSchema } from '#shared/domain/ids.ts'
import type { CompanyId, ConversationId } from '#shared/domain/ids.ts'
import { ProviderError } from '#shared/provider/ProviderError.ts'
import type { ChannelRoute } from '#functions/channels/route.ts'
import { contextOf, routeByChannel } from '#functions/channels/route.ts'
import { demandSight } from '#functions/members/demandSight.ts'
import type { CallingMember } from '#functions/members/demandSight.ts'
import { find, get } from '#functions/store/store.ts'

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

async function markRead(
  { adapter, settings, kind, companyId }: ChannelRoute,
  { lastMessage, externalId: conversationExternalId }: Conversation,
  conversationId: ConversationId,
): Promise<void> {
  const mark = adapter.signals?.markRead
  if (!mark) return
  const seen = await lastOfContact({ companyId, conversationId }, lastMessage)
  if (!seen) return
  const { id, externalId, attachments } = seen
  const standing = { id, externalId, conversationExternalId, hasAttachments: attachments.length > 0 }
  await mark(standing, settings, contextOf(kind))
}

/** Who answers at once is quicker than his own read mark: among so many of the newest the contact's is looked for. */
const LOOKED_AT = 5

async function lastOfContact(
  place: { readonly companyId: CompanyId; readonly conversationId: ConversationId },
  lastMessage: Conversation['lastMessage'],
): Promise<IdentifiedMessage | undefined> {
  if (lastMessage?.direction === 'inbound') {
    const { id } = lastMessage
    const message = await get('messages', { ...place, messageId: id })
    return message && { ...message, id }
  }
  const newest = await find('messages', {}, LOOKED_AT, place)
  const seen = newest.find(({ data }) => data.direction === 'inbound')
  return seen && { ...seen.data, id: messageIdSchema.parse(seen.id) }
}
