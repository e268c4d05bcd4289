import {
  cancelScheduledContract,
  rescheduleMessageContract,
  scheduleMessageContract,
  sendScheduledContract,
} from '#shared/api/scheduled.ts'
import type { ReplyForLater } from '#shared/api/scheduled.ts'
import { messageIdSchema } from '#shared/domain/ids.ts'
import type { MessageId } from '#shared/domain/ids.ts'
import { bySending, scheduledMessageSchema } from '#shared/domain/scheduledMessage.ts'
import type { ScheduledMessage } from '#shared/domain/scheduledMessage.ts'
import { uploadFiles } from './attachments.ts'
import { followDocuments } from './followDocuments.ts'
import type { ConversationPlace } from './messages.ts'
import { attachmentPath } from './outgoing.ts'
import type { OutgoingMessage } from './outgoing.ts'
import { webQuery } from './webQuery.ts'

export type WaitingMessage = ScheduledMessage & { readonly id: MessageId }

/** What waits to be sent in a conversation, the next to leave first. */
export function followScheduled(
  place: ConversationPlace,
  onChanged: (messages: readonly WaitingMessage[]) => void,
): () => void {
  return followDocuments({
    query: () => webQuery('scheduledMessages', place),
    schema: scheduledMessageSchema,
    idSchema: messageIdSchema,
    onChanged(messages) {
      onChanged([...messages].sort(bySending))
    },
  })
}

/** Puts the files of a reply into Storage and has the server keep it until `sendAt`. */
export async function scheduleMessage(message: OutgoingMessage, sendAt: number): Promise<void> {
  await uploadFiles(message)
  const { call } = await import('./callables.ts')
  await call(scheduleMessageContract, replyOf(message, sendAt))
}

function replyOf(message: OutgoingMessage, sendAt: number): ReplyForLater {
  const { companyId, conversationId, id, kind, text, files, replyTo } = message
  const attachments = files.map((file) => {
    const { blob, ...described } = file
    return { ...described, size: blob.size, state: 'ready', path: attachmentPath(message, file) }
  })
  const place = { companyId, conversationId, id }
  const reply = { ...place, kind, text, attachments, sendAt, ...(replyTo && { replyTo }) }
  return scheduleMessageContract.request.parse(reply)
}

export async function rescheduleMessage(
  place: ConversationPlace,
  messageId: MessageId,
  change: { readonly text: string; readonly sendAt: number },
): Promise<void> {
  const { call } = await import('./callables.ts')
  await call(rescheduleMessageContract, { ...place, messageId, ...change })
}

export async function cancelScheduled(place: ConversationPlace, messageId: MessageId): Promise<void> {
  const { call } = await import('./callables.ts')
  await call(cancelScheduledContract, { ...place, messageId })
}

export async function sendScheduled(place: ConversationPlace, messageId: MessageId): Promise<void> {
  const { call } = await import('./callables.ts')
  await call(sendScheduledContract, { ...place, messageId })
}
