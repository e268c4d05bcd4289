import { computed, shallowRef } from 'vue'
import type {
  AttachmentId,
  ChannelId,
  CompanyId,
  ConversationId,
  MessageId,
  UserId,
} from '#shared/domain/ids.ts'
import type { Attachment, MessageKind, Quote } from '#shared/domain/message.ts'

export interface OutgoingFile {
  readonly id: AttachmentId
  readonly kind: Attachment['kind']
  readonly name: string
  readonly contentType: string
  readonly width?: number
  readonly height?: number
  readonly blob: Blob
}

/** A message on its way from this browser to Firestore. */
export interface OutgoingMessage {
  readonly id: MessageId
  readonly companyId: CompanyId
  readonly conversationId: ConversationId
  readonly channelId: ChannelId
  readonly author: { readonly id: UserId; readonly name: string }
  readonly kind: MessageKind
  readonly text: string
  readonly files: readonly OutgoingFile[]
  readonly replyTo?: Quote
  /** The entry written just before in this conversation and not sent yet, else ''. */
  readonly afterEntryId: string
  /** This machine's time; grows with every message, so it is also their order. */
  readonly writtenAt: number
}

export interface OutgoingItem {
  readonly message: OutgoingMessage
  /** Why the server will never take it; null while it may. */
  readonly refusal: string | null
}

/** Everything not yet acknowledged by the server, in order. */
export const outgoingItems = shallowRef<readonly OutgoingItem[]>([])

/** For the question at sign-out: «3 сообщения ещё не отправлены». */
export const unsentCount = computed(() => outgoingItems.value.length)

export function findOutgoing(id: MessageId): OutgoingItem | undefined {
  return outgoingItems.value.find(({ message }) => message.id === id)
}

export function addOutgoing(messages: readonly OutgoingMessage[]): void {
  outgoingItems.value = [...outgoingItems.value, ...messages.map((message) => ({ message, refusal: null }))]
}

export function removeOutgoing(id: MessageId): void {
  outgoingItems.value = outgoingItems.value.filter(({ message }) => message.id !== id)
}

/** What is stored stays there for its author. */
export function forgetOutgoing(): void {
  outgoingItems.value = []
}

/** Whoever was to follow the refused message no longer waits for it. */
export function refuseOutgoing(id: MessageId, refusal: string): void {
  outgoingItems.value = outgoingItems.value.map((item) => {
    if (item.message.id === id) return { ...item, refusal }
    return item.message.afterEntryId === id
      ? { ...item, message: { ...item.message, afterEntryId: '' } }
      : item
  })
}

/** Gives the refused message one more chance. */
export function freeOutgoing(id: MessageId): OutgoingMessage | null {
  const refused = findOutgoing(id)
  if (!refused?.refusal) return null
  outgoingItems.value = outgoingItems.value.map((item) =>
    item === refused ? { ...item, refusal: null } : item,
  )
  return refused.message
}

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
