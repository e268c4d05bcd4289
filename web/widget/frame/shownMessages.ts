import type { Attachment } from '#shared/domain/message.ts'
import { compareMessages } from '#shared/domain/message.ts'
import type { WidgetMessage } from '#shared/domain/widgetSession.ts'
import type { QueuedMessage } from './SendQueue.ts'
import type { FailureReason } from './unsentMessage.ts'

export interface ProjectedMessage extends WidgetMessage {
  readonly id: string
}

/** A file still in this browser, or one in the visitor's projection. */
export type ShownFile =
  | {
      readonly is: 'local'
      readonly name: string
      readonly blob: Blob
      readonly width: number
      readonly height: number
    }
  | { readonly is: 'stored'; readonly messageId: string; readonly attachment: Attachment }

export interface ShownMessage {
  /** The same before and after it arrived, so that its element stays. */
  readonly key: string
  readonly isOwn: boolean
  readonly text: string
  readonly files: readonly ShownFile[]
  readonly author: string
  readonly at: number
  readonly state: 'received' | 'sending' | 'sent' | 'read' | 'failed'
  readonly isEdited: boolean
  readonly isDeleted: boolean
  /** The company's emoji under it, '' if none. */
  readonly reaction: string
  readonly failure: FailureReason | undefined
  /** Text of the message it answers, '' if none. */
  readonly quote: string
}

/**
 * Projection and queue as one conversation, oldest first: what arrived, then what is on its way. The company has
 * read all that was received up to `readUpToAt`.
 */
export function shownMessages(
  projected: readonly ProjectedMessage[],
  queued: readonly QueuedMessage[],
  readUpToAt = 0,
): ShownMessage[] {
  const texts = new Map(
    projected.map(({ externalId, text, attachments }) => [externalId, text || (attachments[0]?.name ?? '')]),
  )
  const arrived = new Set(projected.map(({ externalId }) => externalId))
  const stored = [...projected]
    .sort(compareMessages)
    .map((message) => toShown(message, texts.get(message.replyToExternalId) ?? '', readUpToAt))
  return [...stored, ...queued.filter(({ id }) => !arrived.has(id)).map(queuedToShown)]
}

function toShown(message: ProjectedMessage, quote: string, readUpToAt: number): ShownMessage {
  const isOwn = message.direction === 'inbound'
  const ownState = message.createdAt <= readUpToAt ? 'read' : 'sent'
  return {
    key: message.externalId || message.id,
    isOwn,
    text: message.text,
    files: message.attachments.map((attachment) => ({ is: 'stored', messageId: message.id, attachment })),
    author: message.authorName,
    at: message.sentAt,
    state: isOwn ? ownState : 'received',
    isEdited: message.editedAt !== undefined,
    isDeleted: message.deletedAt !== undefined,
    reaction: message.reaction,
    failure: undefined,
    quote,
  }
}

function queuedToShown({ id, text, file, writtenAt, failure, isSent }: QueuedMessage): ShownMessage {
  return {
    key: id,
    isOwn: true,
    text,
    files: file
      ? [{ is: 'local', name: file.name, blob: file.blob, width: file.width ?? 0, height: file.height ?? 0 }]
      : [],
    author: '',
    at: writtenAt,
    state: failure ? 'failed' : isSent ? 'sent' : 'sending',
    isEdited: false,
    isDeleted: false,
    reaction: '',
    failure,
    quote: '',
  }
}
