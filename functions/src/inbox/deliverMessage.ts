import type { OutboundMessage } from '#channels/adapter.ts'
import { afterOutbound } from '#shared/domain/conversationChanges.ts'
import type { Conversation } from '#shared/domain/conversation.ts'
import type { CompanyId, ConversationId } from '#shared/domain/ids.ts'
import type { Attachment, Message } from '#shared/domain/message.ts'
import type { OutboxEntry } from '#shared/domain/outboxEntry.ts'
import { replyWindowLeft } from '#shared/domain/replyWindow.ts'
import { ProviderError } from '#shared/provider/ProviderError.ts'
import type { ChannelRoute } from '#functions/channels/route.ts'
import { contextOf, routeByChannel } from '#functions/channels/route.ts'
import { commitTime } from '#functions/store/firestore.ts'
import { isMissingFile, readFile } from '#functions/store/files.ts'
import { get, transaction } from '#functions/store/store.ts'
import { signatureOf } from './signatureOf.ts'

/** Hands an entry's message to its provider; gives the provider's id of it. Throws a ProviderError. */
export async function deliverMessage(companyId: CompanyId, entry: OutboxEntry, now: number): Promise<string> {
  const { conversation, message } = await showAsReplied(companyId, entry)
  const route = await routeByChannel(companyId, entry.channelId)
  if (!route) throw new ProviderError('unauthorized', { reason: 'channelDisconnected' })
  demandWindow(route, message, conversation, now)
  const outbound = await toOutbound(route, entry, message, conversation)
  const receipt = await route.adapter.send(outbound, route.settings, contextOf(route.kind))
  return receipt.externalId
}

/** Outside the window only what the provider has approved may leave: asking him to refuse it would cost the account. */
function demandWindow(
  { adapter }: ChannelRoute,
  { template }: Message,
  conversation: Conversation,
  now: number,
): void {
  if (template || replyWindowLeft(adapter.manifest.limits, conversation, now) > 0) return
  throw new ProviderError('rejected', { reason: 'windowClosed' })
}

/** From the first attempt on, the list shows the reply and the conversation waits no longer; what the channel itself answers leaves both as they are. */
function showAsReplied(companyId: CompanyId, { conversationId, messageId, attempts }: OutboxEntry) {
  const place = ['conversations', { companyId, conversationId }] as const
  return transaction(async (unit): Promise<{ conversation: Conversation; message: Message }> => {
    const [conversation, message] = await unit.getAll<['conversations', 'messages']>(place, [
      'messages',
      { companyId, conversationId, messageId },
    ])
    if (!conversation || !message) throw new ProviderError('rejected', { reason: 'messageMissing' })
    if (attempts === 0 && message.author.type !== 'system') {
      const change = afterOutbound(conversation, { ...message, id: messageId })
      unit.update(place, { ...change, updatedAt: commitTime() })
    }
    return { conversation, message }
  })
}

async function toOutbound(
  route: ChannelRoute,
  { conversationId, messageId }: OutboxEntry,
  message: Message,
  conversation: Conversation,
): Promise<OutboundMessage> {
  return {
    id: messageId,
    conversationExternalId: conversation.externalId,
    kind: message.kind,
    text: message.text,
    attachments: message.attachments.map((attachment) => ({
      ...attachment,
      read: () => readAttachment(attachment),
    })),
    authorName: await signatureOf(route, message.author),
    sentAt: message.sentAt,
    createdAt: message.createdAt,
    replyToExternalId: await quotedExternalId(route.companyId, conversationId, message),
    ...(message.template && { template: message.template }),
  }
}

/** Nothing has left yet: a file that is not there never will be, Storage out of reach is worth another attempt. */
async function readAttachment({ path = '' }: Attachment): Promise<Uint8Array> {
  try {
    return await readFile(path)
  } catch (cause) {
    throw new ProviderError(isMissingFile(cause) ? 'gone' : 'unreachable', { cause })
  }
}

async function quotedExternalId(
  companyId: CompanyId,
  conversationId: ConversationId,
  { replyTo }: Message,
): Promise<string> {
  if (!replyTo?.messageId) return ''
  const quoted = await get('messages', { companyId, conversationId, messageId: replyTo.messageId })
  return quoted?.externalId ?? ''
}
