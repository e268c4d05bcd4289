import type { Attachment, DeliveryStatus, Location, MessageKind, SharedContact } from './message.ts'

/** A file as a provider announces it; `path` when it already lies in our Storage. */
export type IncomingAttachment = Pick<Attachment, 'kind' | 'name' | 'contentType' | 'size'> &
  Partial<Pick<Attachment, 'width' | 'height' | 'duration' | 'path' | 'externalRef'>>

export interface Sender {
  readonly externalId: string
  readonly name: string
  readonly handle: string
  /** Digits with a leading +, '' when unknown. */
  readonly phone: string
}

interface InConversation {
  /** The provider's id of the chat; also where an answer goes. */
  readonly conversationExternalId: string
  /** The provider's id of the message, unique within that chat. */
  readonly externalId: string
}

export interface MessageReceived extends InConversation {
  readonly type: 'messageReceived'
  readonly sender: Sender
  readonly kind: MessageKind
  readonly text: string
  readonly attachments: readonly IncomingAttachment[]
  readonly location?: Location
  readonly sharedContact?: SharedContact
  /** null: the provider tells no time that can be believed; receive time stands for it. */
  readonly sentAt: number | null
  readonly sequence: number
  readonly replyTo?: { readonly externalId: string; readonly author: string; readonly text: string }
}

export interface MessageEdited extends InConversation {
  readonly type: 'messageEdited'
  readonly text: string
  readonly editedAt: number
  /** The whole message as it now reads, where the provider tells it: it stands for an original not heard of yet. */
  readonly message?: MessageReceived
}

export interface MessageDeleted extends InConversation {
  readonly type: 'messageDeleted'
  readonly deletedAt: number
}

/** What became of a message we sent. */
export interface DeliveryChanged extends InConversation {
  readonly type: 'deliveryChanged'
  /** Where the provider tells it; otherwise receive time stands for it. */
  readonly at?: number
  readonly status: Extract<DeliveryStatus, 'sent' | 'delivered' | 'read' | 'failed'>
  readonly reason?: string
}

/** The contact put emoji under a message, one of his or ours, or took them away. */
export interface ReactionChanged extends InConversation {
  readonly type: 'reactionChanged'
  /** All of his that are under it now. */
  readonly emojis: readonly string[]
  readonly changedAt: number
}

/** What an adapter understood of a webhook. */
export type ChannelEvent =
  MessageReceived | MessageEdited | MessageDeleted | DeliveryChanged | ReactionChanged
