import type { ChannelEvent, MessageReceived } from '#shared/domain/channelEvent.ts'
import type { WebhookRequest } from '#shared/provider/webhook.ts'
import { readJson } from '../readJson.ts'
import type { SandboxEvent, SandboxMessage } from './payload.ts'
import { KNOWN_EVENTS, eventSchema, hookSchema } from './payload.ts'

export function parseHook(request: WebhookRequest): ChannelEvent[] {
  const { events } = hookSchema.parse(readJson(request))
  return events
    .filter(({ type }) => KNOWN_EVENTS.includes(type))
    .map((event) => toEvent(eventSchema.parse(event)))
}

function toEvent(event: SandboxEvent): ChannelEvent {
  if (event.type === 'message') return toReceived(event)
  const place = { conversationExternalId: event.contactId, externalId: event.id }
  switch (event.type) {
    case 'edit':
      return { type: 'messageEdited', ...place, text: event.text, editedAt: event.at }
    case 'deletion':
      return { type: 'messageDeleted', ...place, deletedAt: event.at }
    case 'reaction':
      return { type: 'reactionChanged', ...place, emojis: event.emojis, changedAt: event.at }
    case 'status': {
      const { status, at, reason } = event
      return { type: 'deliveryChanged', ...place, status, at, ...(reason && { reason }) }
    }
  }
}

function toReceived({ id, contact, text, at, number, replyTo }: SandboxMessage): MessageReceived {
  return {
    type: 'messageReceived',
    conversationExternalId: contact.id,
    externalId: id,
    sender: { externalId: contact.id, name: contact.name, handle: '', phone: contact.phone },
    kind: 'text',
    text,
    attachments: [],
    sentAt: at,
    sequence: number,
    ...(replyTo && { replyTo: { externalId: replyTo.id, author: replyTo.author, text: replyTo.text } }),
  }
}
