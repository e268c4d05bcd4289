import type { OutboundMessage } from '#channels/adapter.ts'
import type { Conversation } from '#shared/domain/conversation.ts'
import type { CompanyId, ConversationId } from '#shared/domain/ids.ts'
import type { Attachment, Message } from '#shared/domain/message.ts'
import type { OutboxEntry } from '#shared/domain/outboxEntry.ts'
import { replyWindowLeft } from '#shared/domain/replyWindow.ts'
import { ProviderError } from '#shared/provider/ProviderError.ts'
import type { ChannelRoute } from '#functions/channels/route.ts'
import { contextOf, routeByChannel } from '#functions/channels/route.ts'
import { httpUntil } from '#functions/platform/httpUntil.ts'
import { isMissingFile, readFile } from '#functions/store/files.ts'
import { get, transaction } from '#functions/store/store.ts'
import { ATTEMPT_MAX_MS } from './claimEntry.ts'
import { orAgain } from './orAgain.ts'
import { readReply } from './showAsReplied.ts'
import type { Reply } from './showAsReplied.ts'
import { signatureOf } from './signatureOf.ts'

interface Handover {
  readonly route: ChannelRoute
  readonly outbound: OutboundMessage
}

/** Hands an entry's message to its provider; gives the provider's id of it. Throws a ProviderError. */
export async function deliverMessage(
  companyId: CompanyId,
  entry: OutboxEntry,
  reply: Reply | undefined,
  now: number,
): Promise<string> {
  const http = httpUntil(Date.now() + ATTEMPT_MAX_MS)
  const { route, outbound } = await orAgain(entry, () => prepare(companyId, entry, reply, now))
  const receipt = await route.adapter.send(outbound, route.settings, contextOf(route.kind, http))
  return receipt.externalId
}

/** All that is needed, read before anything leaves. */
async function prepare(
  companyId: CompanyId,
  entry: OutboxEntry,
  known: Reply | undefined,
  now: number,
): Promise<Handover> {
  const reply = known ?? (await transaction((unit) => readReply(unit, companyId, entry)))
  if (!reply) throw new ProviderError('rejected', { reason: 'messageMissing' })
  const { conversation, message } = reply
  const route = await routeByChannel(companyId, entry.channelId)
  if (!route) throw new ProviderError('unauthorized', { reason: 'channelDisconnected' })
  demandWindow(route, message, conversation, now)
  return { route, outbound: await toOutbound(route, entry, message, conversation) }
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
