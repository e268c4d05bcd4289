import type * as z from 'zod/mini'
import type { WidgetLook } from '#shared/api/widget.ts'
import type { ApprovedTemplate, SentTemplate } from '#shared/domain/approvedTemplate.ts'
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
  /** Sent by an approved template; `text` is what it reads with its values. */
  readonly template?: SentTemplate
}

/** Proof that the provider took the message. */
export interface SendReceipt {
  readonly externalId: string
}

/** A message the customer has, named as both sides know it. */
export interface StandingMessage {
  readonly id: MessageId
  readonly externalId: string
  readonly conversationExternalId: string
  readonly hasAttachments: boolean
}

/** Where a channel without a provider leaves what its customer may read. Doing the same twice is doing it once. */
export interface Mailbox {
  put(conversationExternalId: string, message: OutboundMessage): Promise<void>
  edit(message: StandingMessage, text: string): Promise<void>
  delete(message: StandingMessage): Promise<void>
  /** '' takes the company's emoji away. */
  react(message: StandingMessage, emoji: string): Promise<void>
  showTyping(conversationExternalId: string): Promise<void>
  /** All he wrote up to this message has been seen. */
  markRead(message: StandingMessage): Promise<void>
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

/**
 * Changes what has been sent. Asking for what is so already succeeds: whoever is unsure asks again.
 * Throws a ProviderError.
 */
export interface MessageChanges<Settings> {
  edit?(
    message: StandingMessage,
    change: Pick<OutboundMessage, 'text' | 'authorName'>,
    settings: Settings,
    context: ChannelContext,
  ): Promise<void>
  delete?(message: StandingMessage, settings: Settings, context: ChannelContext): Promise<void>
}

export interface Reactions<Settings> {
  /** Puts one emoji under a message of either side in place of our former one; '' takes it away. */
  react(message: StandingMessage, emoji: string, settings: Settings, context: ChannelContext): Promise<void>
}

/** Tells the customer what we are doing. Throws a ProviderError, and nobody minds. */
export interface Signals<Settings> {
  typing?(conversationExternalId: string, settings: Settings, context: ChannelContext): Promise<void>
  /** All up to this message of his has been seen. */
  markRead?(message: StandingMessage, settings: Settings, context: ChannelContext): Promise<void>
}

/** Who is behind a phone, as the provider names him. */
export interface FoundContact {
  /** The same id his own messages will bear. */
  readonly externalId: string
  readonly conversationExternalId: string
  /** '' when the provider does not tell. */
  readonly name: string
}

export interface ContactSearch<Settings> {
  /** Gives null when nobody is there under this phone (+ and digits). Throws a ProviderError. */
  find(phone: string, settings: Settings, context: ChannelContext): Promise<FoundContact | null>
}

export interface TemplateCatalogue<Settings> {
  /** All there are, whatever their state. Throws a ProviderError. */
  list(settings: Settings, context: ChannelContext): Promise<Omit<ApprovedTemplate, 'updatedAt'>[]>
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
  /** What these three hold is what the manifest's `supports` says: the channels' contract compares. */
  readonly changes?: MessageChanges<Settings>
  readonly reactions?: Reactions<Settings>
  readonly signals?: Signals<Settings>
  /** Present where the manifest says `writeFirst`. */
  readonly contacts?: ContactSearch<Settings>
  /** Present where the manifest says `approvedTemplates`. */
  readonly approvedTemplates?: TemplateCatalogue<Settings>
  /** Present: no provider calls; visitors come by the widget's own door. */
  readonly visitors?: Visitors<Settings>
}
