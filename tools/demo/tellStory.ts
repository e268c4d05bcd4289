import { randomBytes } from 'node:crypto'
import type { Contact } from '#shared/domain/contact.ts'
import type { Conversation } from '#shared/domain/conversation.ts'
import type { IdentifiedMessage } from '#shared/domain/conversationChanges.ts'
import { afterInbound, afterOutbound } from '#shared/domain/conversationChanges.ts'
import type { ChannelId, ContactId } from '#shared/domain/ids.ts'
import { attachmentIdSchema, conversationIdSchema, messageIdSchema } from '#shared/domain/ids.ts'
import type { Attachment, MessageAuthor } from '#shared/domain/message.ts'
import { contactTokens } from '#shared/domain/searchTokens.ts'
import { MINUTE_MS } from '#shared/domain/time.ts'
import { demoFile } from './demoFiles.ts'
import type { Line, Story } from './stories.ts'

/** Where a story takes place. */
export interface Stage {
  readonly channel: { readonly id: ChannelId; readonly kind: string; readonly name: string }
  readonly contactId: ContactId
  /** Chat or session, as the channel knows it. */
  readonly externalId: string
  readonly publicId: number
  /** The department that answers; '' for none. */
  readonly teamId: string
  /** `companies/…/conversations/…` */
  readonly path: string
}

export interface Told {
  readonly contact: Contact
  readonly conversation: Conversation
  readonly messages: readonly IdentifiedMessage[]
}

/** The documents of a story as if it had happened: the product's own functions tell what state it leaves. */
export function tellStory(story: Story, stage: Stage, now: number): Told {
  const messages = story.lines.map((line, at) => toMessage(line, at, story, stage, now))
  const happened = messages.reduce(afterMessage, beforeFirst(story, stage, messages[0]?.sentAt ?? now))
  const seen = story.isSeen || !happened.unanswered
  const conversation = {
    ...happened,
    state: story.isArchived ? ('archived' as const) : ('open' as const),
    assigneeId: story.assignee?.id ?? '',
    ...(seen && { unreadCount: 0, readUpToAt: happened.lastInboundAt }),
    updatedAt: happened.lastMessageAt ?? happened.createdAt,
  }
  return { contact: toContact(story, stage, messages), conversation, messages }
}

function afterMessage(conversation: Conversation, message: IdentifiedMessage): Conversation {
  if (message.direction === 'inbound') return { ...conversation, ...afterInbound(conversation, message) }
  const seenUpTo = conversation.lastInboundAt
  return { ...conversation, ...afterOutbound(conversation, message), unreadCount: 0, readUpToAt: seenUpTo }
}

function toMessage(
  line: Line,
  at: number,
  story: Story,
  { contactId, path }: Stage,
  now: number,
): IdentifiedMessage {
  const sentAt = now - line.minutesAgo * MINUTE_MS
  const attachments = line.file ? [toAttachment(line.file, line.from === 'contact', path)] : []
  const author: MessageAuthor =
    line.from === 'contact'
      ? { type: 'contact', id: contactId, name: story.name }
      : { type: 'member', id: line.from.id, name: line.from.name }
  return {
    id: messageIdSchema.parse(randomId()),
    direction: line.from === 'contact' ? 'inbound' : 'outbound',
    kind: attachments[0]?.kind ?? 'text',
    text: line.text,
    attachments,
    author,
    sentAt,
    sequence: at + 1,
    createdAt: sentAt,
    updatedAt: sentAt,
    externalId: '',
    previousTexts: [],
    reactions: [],
    ...(line.delivery && {
      delivery: { status: line.delivery, ...(line.reason && { reason: line.reason }) },
    }),
  }
}

function toAttachment(fileName: NonNullable<Line['file']>, isIncoming: boolean, path: string): Attachment {
  const { kind, name, contentType, size, width, height } = demoFile(fileName)
  const id = attachmentIdSchema.parse(randomId())
  return {
    id,
    kind,
    name,
    contentType,
    size,
    ...(width && { width }),
    ...(height && { height }),
    state: 'ready',
    path: `${path}/${isIncoming ? 'incoming' : 'outgoing'}/${id}/${fileName}`,
  }
}

function toContact(
  story: Story,
  { channel, externalId, teamId, path }: Stage,
  messages: readonly IdentifiedMessage[],
): Contact {
  const who = {
    name: story.name,
    phone: story.phone ?? '',
    identities: [{ channelId: channel.id, externalId, handle: story.handle ? `@${story.handle}` : '' }],
  }
  return {
    ...who,
    searchTokens: contactTokens(who),
    note: story.note ?? '',
    tags: [],
    fields: {},
    conversationId: conversationIdSchema.parse(path.slice(path.lastIndexOf('/') + 1)),
    assigneeId: story.assignee?.id ?? '',
    teamId,
    lastContactAt: messages.at(-1)?.sentAt ?? 0,
    messageCount: messages.filter(({ direction }) => direction === 'inbound').length,
    createdAt: messages[0]?.sentAt ?? 0,
  }
}

function beforeFirst(
  story: Story,
  { channel, contactId, externalId, publicId, teamId }: Stage,
  createdAt: number,
): Conversation {
  return {
    contactId,
    contactName: story.name,
    contactPhone: story.phone ?? '',
    channelId: channel.id,
    channelKind: channel.kind,
    channelName: channel.name,
    externalId,
    state: 'open',
    snoozedUntilAt: null,
    unanswered: false,
    waitingSinceAt: null,
    unreadCount: 0,
    readUpToAt: null,
    assigneeId: '',
    teamId,
    lastMessage: null,
    lastMessageAt: null,
    lastInboundAt: null,
    sortAt: createdAt,
    repliedToBroadcast: false,
    tags: [],
    groupIds: [],
    blocked: false,
    lastEventId: '',
    publicId,
    createdAt,
    updatedAt: createdAt,
  }
}

export function randomId(): string {
  return randomBytes(16).toString('hex')
}
