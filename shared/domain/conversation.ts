import * as z from 'zod/mini'
import { channelIdSchema, contactIdSchema, messageIdSchema } from './ids.ts'
import { deliveryStatusSchema, directionSchema, messageKindSchema } from './message.ts'
import type { Message } from './message.ts'
import { momentSchema } from './time.ts'
import { truncate } from './truncate.ts'

/**
 * `snoozed`: put off until a moment. `empty`: made from a list of contacts, nobody has written yet.
 * Whoever writes opens it, unless it is blocked.
 */
export const conversationStateSchema = z.enum(['open', 'archived', 'snoozed', 'empty'])
export type ConversationState = z.infer<typeof conversationStateSchema>

/** What a list row shows of the last message, copied so that a row costs one document. */
export const lastMessageSchema = z.object({
  id: messageIdSchema,
  direction: directionSchema,
  kind: messageKindSchema,
  text: z.string(),
  /** Seconds, of a voice note or a video. */
  duration: z.optional(z.int()),
  authorId: z.string(),
  authorName: z.string(),
  deliveryStatus: z.optional(deliveryStatusSchema),
  deliveryReason: z.optional(z.string()),
  /** Taken back by whoever wrote it. */
  isDeleted: z.optional(z.boolean()),
  at: momentSchema,
  sequence: z.int(),
})
export type LastMessage = z.infer<typeof lastMessageSchema>

/** All messages of one identity in one channel. */
export const conversationSchema = z.object({
  contactId: contactIdSchema,
  contactName: z.string(),
  contactPhone: z._default(z.string(), ''),
  channelId: channelIdSchema,
  channelKind: z.string(),
  channelName: z.string(),
  /** Where the provider delivers an answer: chat id, phone, widget session. */
  externalId: z.string(),
  state: conversationStateSchema,
  /** When a snoozed one opens by itself; null otherwise. */
  snoozedUntilAt: z._default(z.nullable(momentSchema), null),
  /** Nobody has answered the last inbound message. Another fact than unread. */
  unanswered: z.boolean(),
  /** First inbound message after our last reply; absent when answered. */
  waitingSinceAt: z.nullable(momentSchema),
  /** Inbound messages nobody has looked at. Shared by all members. */
  unreadCount: z.int(),
  /** The lastInboundAt somebody has seen. */
  readUpToAt: z.nullable(momentSchema),
  /** '' = nobody: a query with `in` drops null. */
  assigneeId: z.string(),
  /** The department it was given to; '' = none. */
  teamId: z.string(),
  lastMessage: z.nullable(lastMessageSchema),
  lastMessageAt: z.nullable(momentSchema),
  lastInboundAt: z.nullable(momentSchema),
  /** lastInboundAt, or when it came back from being put off, else createdAt: never absent, or the list would drop the row. */
  sortAt: momentSchema,
  /** Marked with the first reply, for good. */
  repliedToBroadcast: z._default(z.boolean(), false),
  tags: z.array(z.string()),
  groupIds: z.array(z.string()),
  /** What the contact writes is stored, and nobody is alerted. */
  blocked: z.boolean(),
  /** When the contact was last told that nobody is here now; absent before. */
  awayAt: z.optional(momentSchema),
  /** The event entry that came with the last change by a member: rules demand both in one batch. */
  lastEventId: z._default(z.string(), ''),
  publicId: z.int(),
  createdAt: momentSchema,
  updatedAt: momentSchema,
})
export type Conversation = z.infer<typeof conversationSchema>

const PREVIEW_LENGTH = 160

export function previewText(text: string): string {
  const line = text.replace(/\s+/gu, ' ').trim()
  return line.length > PREVIEW_LENGTH ? `${truncate(line, PREVIEW_LENGTH - 1)}…` : line
}

/** What names a message that has no words. */
function fallbackText({ attachments: [file], location, sharedContact }: Message): string {
  if (file?.kind === 'document') return file.name
  return location?.title ?? sharedContact?.name ?? ''
}

/** A row's preview of a message; a file without text is named by its file. */
export function toLastMessage(message: Message & { readonly id: LastMessage['id'] }): LastMessage {
  const file = message.attachments[0]
  return {
    id: message.id,
    direction: message.direction,
    kind: message.kind,
    text: previewText(message.text || fallbackText(message)),
    ...(file?.duration !== undefined && { duration: file.duration }),
    authorId: message.author.id,
    authorName: message.author.name,
    ...(message.delivery && { deliveryStatus: message.delivery.status }),
    ...(message.delivery?.reason && { deliveryReason: message.delivery.reason }),
    at: message.sentAt,
    sequence: message.sequence,
  }
}

/** Whether a message comes after what the row shows now: late arrivals do not replace it. */
export function isNewerThanLast(
  last: LastMessage | null,
  message: Pick<Message, 'sentAt' | 'sequence'>,
): boolean {
  if (!last) return true
  return message.sentAt > last.at || (message.sentAt === last.at && message.sequence >= last.sequence)
}
