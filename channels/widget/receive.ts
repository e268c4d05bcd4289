import type { ChannelEvent, DeliveryChanged, MessageReceived } from '#shared/domain/channelEvent.ts'
import { InvalidInputError } from '#shared/provider/InvalidInputError.ts'
import type { WebhookRequest } from '#shared/provider/webhook.ts'
import { readJson } from '../readJson.ts'
import { isFileReceipt, readFileReceipt } from './fileReceipt.ts'
import { payloadSchema } from './payload.ts'
import type { WidgetMessagePayload, WidgetReceiptPayload } from './payload.ts'
import { claimedSession, isSession } from './session.ts'
import type { WidgetSettings } from './settings.ts'

/** The session is ours, and so is every file the message names. */
export function isGenuine(request: WebhookRequest, { secret }: WidgetSettings): boolean {
  const session = claimedSession(request)
  if (!isSession(session, secret)) return false
  return namedReceipts(request).every((receipt) => isFileReceipt(receipt, session.sessionId, secret))
}

/** None in a body that `parse` will refuse anyway. */
function namedReceipts(request: WebhookRequest): readonly string[] {
  const payload = payloadSchema.safeParse(jsonOrNothing(request))
  return payload.success && payload.data.type === 'message' ? payload.data.files : []
}

function jsonOrNothing(request: WebhookRequest): unknown {
  try {
    return readJson(request)
  } catch (error) {
    if (error instanceof InvalidInputError) return undefined
    throw error
  }
}

export function toChannelEvents(request: WebhookRequest): ChannelEvent[] {
  const { sessionId } = claimedSession(request)
  const payload = payloadSchema.parse(readJson(request))
  return payload.type === 'message' ? [toMessage(sessionId, payload)] : toReceipts(sessionId, payload)
}

function toMessage(sessionId: string, { id, text, files }: WidgetMessagePayload): MessageReceived {
  const attachments = files.map(readFileReceipt)
  return {
    type: 'messageReceived',
    conversationExternalId: sessionId,
    externalId: id,
    sender: { externalId: sessionId, name: guestName(sessionId), handle: '', phone: '' },
    kind: attachments[0]?.kind ?? 'text',
    text,
    attachments,
    // A visitor's clock is his own; messages stand in the order we received them.
    sentAt: null,
    sequence: 0,
  }
}

function toReceipts(sessionId: string, { messageIds, status }: WidgetReceiptPayload): DeliveryChanged[] {
  return messageIds.map((messageId) => ({
    type: 'deliveryChanged',
    conversationExternalId: sessionId,
    externalId: messageId,
    status,
  }))
}

/** Four digits tell one nameless visitor from another; they need not be unique. */
function guestName(sessionId: string): string {
  const number = Number.parseInt(sessionId.slice(0, 8), 16) % 10_000
  return `Гость сайта ${String(number).padStart(4, '0')}`
}
