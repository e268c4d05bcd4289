import type { IncomingAttachment, MessageReceived } from '#shared/domain/channelEvent.ts'
import type { Conversation } from '#shared/domain/conversation.ts'
import type { IdentifiedMessage } from '#shared/domain/conversationChanges.ts'
import type { ContactId, ConversationId, MessageId } from '#shared/domain/ids.ts'
import type { Attachment } from '#shared/domain/message.ts'
import { TEXT_MAX_LENGTH } from '#shared/domain/message.ts'
import { truncate } from '#shared/domain/truncate.ts'
import { documentPath } from '#shared/firestore/collections.ts'
import { publicIdOf } from '#functions/platform/hashId.ts'
import type { ChannelRoute } from '#functions/channels/route.ts'
import { messageTokens } from '#functions/search/messageTokens.ts'
import { attachmentIdOf, contactIdOf, conversationIdOf, inboundMessageIdOf } from './ids.ts'

/** A provider's clock may run ahead of ours by this much before we believe our own. */
const CLOCK_LEEWAY_MS = 5000

export interface Arrival {
  readonly event: MessageReceived
  readonly contactId: ContactId
  readonly conversationId: ConversationId
  readonly message: IdentifiedMessage
}

/** What a received message is in our terms, with all its derived ids. */
export function toArrival(route: ChannelRoute, event: MessageReceived, receivedAt: number): Arrival {
  const { channelId, companyId } = route
  const contactId = contactIdOf(channelId, event.sender.externalId)
  const conversationId = conversationIdOf(channelId, event.conversationExternalId)
  const id = inboundMessageIdOf(conversationId, event.externalId)
  const path = documentPath('messages', { companyId, conversationId, messageId: id })
  const message: IdentifiedMessage = {
    id,
    direction: 'inbound',
    kind: event.kind,
    text: truncate(event.text, TEXT_MAX_LENGTH),
    attachments: event.attachments.map((attachment, at) => toAttachment(id, attachment, at)),
    ...placeAndCard(event),
    author: { type: 'contact', id: contactId, name: displayName(event.sender) },
    sentAt: believableTime(event.sentAt, receivedAt),
    sequence: event.sequence,
    createdAt: receivedAt,
    updatedAt: receivedAt,
    externalId: event.externalId,
    publicId: publicIdOf(path),
    previousTexts: [],
    reactions: [],
    companyId,
    tokens: messageTokens(event),
    ...(event.replyTo && {
      replyTo: {
        messageId: '' as const,
        author: event.replyTo.author,
        text: truncate(event.replyTo.text, 200),
      },
    }),
  }
  return { event, contactId, conversationId, message }
}

/** Longest title, address or name of a place or a card that is kept. */
const CARD_MAX_LENGTH = 200

function placeAndCard({
  location,
  sharedContact,
}: MessageReceived): Pick<IdentifiedMessage, 'location' | 'sharedContact'> {
  const short = (text: string) => truncate(text, CARD_MAX_LENGTH)
  return {
    ...(location && {
      location: { ...location, title: short(location.title), address: short(location.address) },
    }),
    ...(sharedContact && {
      sharedContact: { name: short(sharedContact.name), phone: short(sharedContact.phone) },
    }),
  }
}

function believableTime(sentAt: number | null, receivedAt: number): number {
  return sentAt === null || sentAt > receivedAt + CLOCK_LEEWAY_MS ? receivedAt : sentAt
}

export function displayName(sender: MessageReceived['sender']): string {
  return truncate(sender.name || sender.handle || sender.phone || sender.externalId, 200)
}

function toAttachment(messageId: MessageId, incoming: IncomingAttachment, at: number): Attachment {
  return {
    ...incoming,
    id: attachmentIdOf(messageId, at),
    name: truncate(incoming.name, 255),
    state: incoming.path === undefined ? 'pending' : 'ready',
  }
}

/** What begins a conversation: the first message of either side. */
interface Beginning extends Pick<Arrival, 'contactId' | 'message'> {
  readonly event: Pick<MessageReceived, 'sender' | 'conversationExternalId'>
}

/** A conversation before its first message. */
export function newConversation(
  route: ChannelRoute,
  { event, contactId, message }: Beginning,
  publicId: number,
): Conversation {
  return {
    contactId,
    contactName: displayName(event.sender),
    contactPhone: event.sender.phone,
    channelId: route.channelId,
    channelKind: route.kind,
    channelName: route.channel.name,
    externalId: event.conversationExternalId,
    state: 'open',
    snoozedUntilAt: null,
    unanswered: false,
    waitingSinceAt: null,
    unreadCount: 0,
    readUpToAt: null,
    assigneeId: '',
    teamId: '',
    lastMessage: null,
    lastMessageAt: null,
    lastInboundAt: null,
    sortAt: message.sentAt,
    repliedToBroadcast: false,
    tags: [],
    groupIds: [],
    blocked: false,
    lastEventId: '',
    publicId,
    createdAt: message.createdAt,
    updatedAt: message.createdAt,
  }
}
