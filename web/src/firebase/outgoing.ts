import type { AttachmentId, ChannelId, MessageId } from '#shared/domain/ids.ts'
import type { Attachment, MessageKind, Quote } from '#shared/domain/message.ts'
import { createOutgoingList } from './outgoingList.ts'
import type { Outgoing } from './outgoingList.ts'

export interface OutgoingFile {
  readonly id: AttachmentId
  readonly kind: Attachment['kind']
  readonly name: string
  readonly contentType: string
  readonly width?: number
  readonly height?: number
  /** Seconds, of a voice. */
  readonly duration?: number
  readonly blob: Blob
}

/** A message on its way from this browser to Firestore. */
export interface OutgoingMessage extends Outgoing {
  readonly id: MessageId
  readonly channelId: ChannelId
  readonly kind: MessageKind
  readonly text: string
  readonly files: readonly OutgoingFile[]
  readonly replyTo?: Quote
  /** The entry written just before in this conversation and not sent yet, else ''. */
  readonly afterEntryId: string
}

export const outgoingMessages = createOutgoingList<OutgoingMessage>((message, id) =>
  message.afterEntryId === id ? { ...message, afterEntryId: '' } : message,
)

export function attachmentPath(
  message: Pick<OutgoingMessage, 'companyId' | 'conversationId'>,
  file: OutgoingFile,
): string {
  const { companyId, conversationId } = message
  return `companies/${companyId}/conversations/${conversationId}/outgoing/${file.id}/${storedName(file.name)}`
}

const NAME_MAX_LENGTH = 100

/** A file's name as one path segment that needs no escaping anywhere; the document keeps the real one. */
export function storedName(name: string): string {
  const dot = name.lastIndexOf('.')
  const extension =
    dot > 0
      ? name
          .slice(dot)
          .replace(/[^.A-Za-z0-9]/g, '')
          .slice(0, 12)
      : ''
  const stem = (dot > 0 ? name.slice(0, dot) : name).replace(/[^\p{L}\p{N}._-]+/gu, '_')
  return `${stem.slice(0, NAME_MAX_LENGTH - extension.length) || 'file'}${extension}`
}
