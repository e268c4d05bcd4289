import type { Attachment, Delivery } from '#shared/domain/message.ts'
import type { ThreadMessage } from '#web/firebase/messages.ts'
import { attachmentPath } from '#web/firebase/outgoing.ts'
import type { OutgoingFile, OutgoingMessage } from '#web/firebase/outgoing.ts'
import type { OutgoingItem } from '#web/firebase/outgoingList.ts'

/** A message on its way, as the thread shows it until the stored one is there. */
export function outgoingAsMessage({ written, refusal }: OutgoingItem<OutgoingMessage>): ThreadMessage {
  const { id, kind, text, files, author, replyTo, writtenAt } = written
  return {
    id,
    isPending: true,
    direction: 'outbound',
    kind,
    text,
    attachments: files.map((file) => asAttachment(written, file)),
    author: { type: 'member', ...author },
    sentAt: writtenAt,
    createdAt: writtenAt,
    updatedAt: writtenAt,
    sequence: 0,
    externalId: '',
    previousTexts: [],
    reactions: [],
    delivery: deliveryOf(refusal),
    ...(replyTo && { replyTo }),
  }
}

function deliveryOf(refusal: string | null): Delivery {
  return refusal === null ? { status: 'queued' } : { status: 'failed', reason: refusal }
}

function asAttachment(message: OutgoingMessage, { blob, ...described }: OutgoingFile): Attachment {
  return {
    ...described,
    size: blob.size,
    state: 'ready',
    path: attachmentPath(message, { ...described, blob }),
  }
}
