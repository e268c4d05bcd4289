import type * as z from 'zod/mini'
import type { WidgetLook } from '#shared/api/widget.ts'
import type { ChannelEvent, IncomingAttachment } from '#shared/domain/channelEvent.ts'
import type { Attachment, MessageKind } from '#shared/domain/message.ts'
import type { MessageId } from '#shared/domain/ids.ts'
import type { HttpClient } from '#shared/provider/http.ts'
import type { WebhookRequest } from '#shared/provider/webhook.ts'
import type { ChannelManifest } from './manifest.ts'

/** A file on its way out. Its bytes are read only when the adapter asks. */
export interface OutboundAttachment extends Pick<
  Attachment,
  'id' | 'kind' | 'name' | 'contentType' | 'size' | 'width' | 'height'
> {
  read(): Promise<Uint8Array>
}

export interface OutboundMessage {
  readonly id: MessageId
  /** Where it goes: the chat's id as the provider gave it. */
  readonly conversationExternalId: string
  readonly kind: MessageKind
  readonly text: string
  readonly attachments: readonly OutboundAttachment[]
  /** The member's name, '' unless the channel signs its answers: nothing else of him may reach the customer. */
  readonly authorName: string
  readonly sentAt: number
  readonly createdAt: number
  /** The provider's id of the quoted message, '' when it has none. */
  readonly replyToExternalId: string
}

/** Proof that the provider took the message. */
export interface SendReceipt {
  readonly externalId: string
}

/** Where a channel without a provider leaves what its customer may read. Putting the same id twice is putting it once. */
export interface Mailbox {
  put(conversationExternalId: string, message: OutboundMessage): Promise<void>
}

/** What an adapter may touch of the world. */
export interface ChannelContext {
  readonly http: HttpClient
  /** The provider's address: its real one, or a simulator's. */
  readonly baseUrl: string
  readonly mailbox: Mailbox
}

/** What connecting an account yields. */
export interface Connection<Settings> {
  readonly settings: Settings
  /** The provider's id of the account: one company at a time may hold it. */
  readonly accountId: string
  readonly name: string
  readonly handle: string
}

export interface ConnectOptions {
  /** The address the provider shall call for this account. */
  hookUrl(accountId: string): string
  /** 256 bits, URL-safe; the same however often, and by how many at once, the channel is connected. */
  readonly secret: string
}

/** Connects and disconnects an account. Throws a ProviderError; `unauthorized` when the pasted secret is void. */
export interface ChannelConnection<Settings> {
  identify(
    form: Readonly<Record<string, string>>,
    context: ChannelContext,
  ): Promise<Pick<Connection<Settings>, 'accountId' | 'name' | 'handle'>>
  connect(
    form: Readonly<Record<string, string>>,
    options: ConnectOptions,
    context: ChannelContext,
  ): Promise<Connection<Settings>>
  disconnect(settings: Settings, context: ChannelContext): Promise<void>
}

export interface FetchedMedia {
  readonly bytes: Uint8Array
  /** As the provider says; the product sniffs the bytes and believes those. */
  readonly contentType: string
}

/** Fetches a file by the reference its webhook gave. */
export interface MediaSource<Settings> {
  fetch(
    externalRef: string,
    settings: Settings,
    maxBytes: number,
    context: ChannelContext,
  ): Promise<FetchedMedia>
}

export interface VisitorSession {
  readonly sessionId: string
  readonly sessionToken: string
}

/** A channel whose customers are visitors of a site: the product itself is their provider. */
export interface Visitors<Settings> {
  look(settings: Settings): WidgetLook
  newSession(settings: Settings): VisitorSession
  isSession(session: VisitorSession, settings: Settings): boolean
  /** Whose request this is, by its headers; undefined when they prove nobody. */
  sessionIdOf(request: WebhookRequest, settings: Settings): string | undefined
  /** What a visitor names in his message for a file that lies in Storage already; only he can. */
  fileReceipt(file: IncomingAttachment, sessionId: string, settings: Settings): string
}

/** What every messenger must do. Anything more is an optional capability. */
export interface ChannelAdapter<Settings> {
  readonly manifest: ChannelManifest
  readonly settingsSchema: z.ZodMiniType<Settings>
  /** True only when the request provably comes from the provider, about this account. Constant time. */
  authenticate(request: WebhookRequest, settings: Settings): boolean
  /**
   * Translates one payload. Pure; events we do not handle give an empty list.
   * Throws InvalidInputError when it is no JSON, a ZodError when it is genuine but unreadable.
   */
  parse(request: WebhookRequest): ChannelEvent[]
  /** Hands one message to the provider. Throws a ProviderError. */
  send(message: OutboundMessage, settings: Settings, context: ChannelContext): Promise<SendReceipt>
  readonly connection: ChannelConnection<Settings>

  /** Absent: this channel's webhooks bring their files along. */
  readonly media?: MediaSource<Settings>
  /** Present: no provider calls; visitors come by the widget's own door. */
  readonly visitors?: Visitors<Settings>
}
