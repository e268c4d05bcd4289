import type { Mailbox, OutboundAttachment, OutboundMessage } from '#channels/adapter.ts'
import type { Attachment } from '#shared/domain/message.ts'
import { set } from './store.ts'

/** The visitors' projections: an answer put here is seen by the frame that listens to it. */
export const widgetMailbox: Mailbox = {
  put: (sessionId, message) => set(['widgetMessages', { sessionId, messageId: message.id }], toProjection(message)),
}

function toProjection(message: OutboundMessage) {
  const { id, text, authorName, sentAt, createdAt, replyToExternalId } = message
  return {
    direction: 'outbound' as const,
    externalId: id,
    text,
    attachments: message.attachments.map(toAttachment),
    authorName,
    sentAt,
    sequence: 0,
    createdAt,
    replyToExternalId,
  }
}

/** Where a file lies in Storage is no visitor's business. */
function toAttachment({ id, kind, name, contentType, size }: OutboundAttachment): Attachment {
  return { id, kind, name, contentType, size, state: 'ready' }
}
