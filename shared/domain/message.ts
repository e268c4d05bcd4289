import * as z from 'zod/mini'
import { sentTemplateSchema } from './approvedTemplate.ts'
import { attachmentIdSchema, companyIdSchema, messageIdSchema } from './ids.ts'
import { momentSchema } from './time.ts'

export const directionSchema = z.enum(['inbound', 'outbound'])

export const messageKindSchema = z.enum([
  'text',
  'image',
  'video',
  'audio',
  'voice',
  'document',
  'sticker',
  'location',
  'contact',
  'unsupported',
])
export type MessageKind = z.infer<typeof messageKindSchema>

export const attachmentSchema = z.object({
  id: attachmentIdSchema,
  kind: z.enum(['image', 'video', 'audio', 'voice', 'document', 'sticker']),
  name: z.string(),
  contentType: z.string(),
  /** Bytes; 0 while unknown. */
  size: z.int(),
  width: z.optional(z.int()),
  height: z.optional(z.int()),
  /** Seconds of sound or video, where the provider tells. */
  duration: z.optional(z.int()),
  /** `pending`: the file is still at the provider; `ready`: it lies in Storage at `path`. */
  state: z.enum(['pending', 'ready', 'failed']),
  path: z.optional(z.string()),
  /** How the provider names the file while it is still with him. */
  externalRef: z.optional(z.string()),
  /** Why there is no file: `tooLarge`, `gone`, `forbiddenAddress`, `forbiddenType`. */
  reason: z.optional(z.string()),
})
export type Attachment = z.infer<typeof attachmentSchema>

/** A place on the map; `title` and `address` are '' where only the point is known. */
export const locationSchema = z.object({
  latitude: z.number(),
  longitude: z.number(),
  title: z._default(z.string(), ''),
  address: z._default(z.string(), ''),
})
export type Location = z.infer<typeof locationSchema>

/** A card of somebody that a contact passed on; `phone` is digits with a leading +, '' when there is none. */
export const sharedContactSchema = z.object({ name: z.string(), phone: z.string() })
export type SharedContact = z.infer<typeof sharedContactSchema>

export const authorSchema = z.object({
  type: z.enum(['contact', 'member', 'system']),
  id: z.string(),
  name: z.string(),
})

/**
 * What became of an outgoing message.
 * queued < sending < sent < delivered < read never goes backwards; `failed` says why;
 * `uncertain`: the connection broke after the provider may have accepted it.
 */
export const deliveryStatusSchema = z.enum([
  'queued',
  'sending',
  'sent',
  'delivered',
  'read',
  'failed',
  'uncertain',
])
export type DeliveryStatus = z.infer<typeof deliveryStatusSchema>

export const deliverySchema = z.object({
  status: deliveryStatusSchema,
  /** Machine code of the failure; the page turns it into words. */
  reason: z.optional(z.string()),
  /** The provider's own words, shown beside ours. */
  detail: z.optional(z.string()),
  /** When each state was reached, as far as it has been told. */
  sentAt: z.optional(momentSchema),
  deliveredAt: z.optional(momentSchema),
  readAt: z.optional(momentSchema),
  failedAt: z.optional(momentSchema),
})
export type Delivery = z.infer<typeof deliverySchema>

export const quoteSchema = z.object({
  /** Empty when the quoted message was never stored here. */
  messageId: z.union([messageIdSchema, z.literal('')]),
  author: z.string(),
  text: z.string(),
})
export type Quote = z.infer<typeof quoteSchema>

/** Who reacted for the customer's side; a member of ours is named by his id. */
export const CONTACT_REACTS = 'contact'

export const reactionSchema = z.object({
  emoji: z.string(),
  /** `CONTACT_REACTS`, or the member who chose it for the company. */
  by: z.string(),
  name: z.string(),
})
export type Reaction = z.infer<typeof reactionSchema>

export const messageSchema = z.object({
  direction: directionSchema,
  kind: messageKindSchema,
  text: z.string(),
  attachments: z._default(z.array(attachmentSchema), []),
  location: z.optional(locationSchema),
  sharedContact: z.optional(sharedContactSchema),
  author: authorSchema,
  /** The provider's time; for our own messages the server's. First key of the order. */
  sentAt: momentSchema,
  /** The provider's running number, 0 where there is none. Second key of the order. */
  sequence: z.int(),
  /** When we received it. Third key of the order. */
  createdAt: momentSchema,
  updatedAt: momentSchema,
  externalId: z._default(z.string(), ''),
  publicId: z.optional(z.int()),
  delivery: z.optional(deliverySchema),
  replyTo: z.optional(quoteSchema),
  /** Sent by an approved template: functions alone write it. */
  template: z.optional(sentTemplateSchema),
  editedAt: z.optional(momentSchema),
  previousTexts: z._default(z.array(z.string()), []),
  deletedAt: z.optional(momentSchema),
  /** The member who took it back; absent where the contact did. */
  deletedBy: z.optional(z.string()),
  /** Those of the contact, and one of ours. */
  reactions: z._default(z.array(reactionSchema), []),
  /** When the contact last changed his. */
  contactReactedAt: z.optional(momentSchema),
  /** What the message is found by, in which company; the server writes both wherever it writes the text. */
  tokens: z.optional(z.array(z.string())),
  companyId: z.optional(companyIdSchema),
})
export type Message = z.infer<typeof messageSchema>
export type MessageAuthor = z.infer<typeof authorSchema>

/** Longest text any channel takes; each channel's own limit is in its manifest. */
export const TEXT_MAX_LENGTH = 20_000

/** Most files one message of a member carries: firestore.rules cannot look at more. */
export const ATTACHMENTS_MAX_COUNT = 5

/** Bytes; firestore.rules and storage.rules refuse more. */
export const ATTACHMENT_MAX_SIZE = 50 * 1024 * 1024

/** Pixels; firestore.rules refuse more. */
export const PICTURE_MAX_SIDE = 100_000

const RANK = { queued: 0, sending: 1, uncertain: 2, sent: 3, delivered: 4, read: 5, failed: 6 } as const

/** Whether `next` may replace `current`: never backwards, and nothing after a failure but a late proof of arrival. */
export function isDeliveryAdvance(current: DeliveryStatus, next: DeliveryStatus): boolean {
  if (next === 'failed') return current !== 'read' && current !== 'delivered' && current !== 'failed'
  if (current === 'failed') return next === 'sent' || next === 'delivered' || next === 'read'
  return RANK[next] > RANK[current]
}

const REACHED_AT = { sent: 'sentAt', delivered: 'deliveredAt', read: 'readAt', failed: 'failedAt' } as const

/** A delivery once `next` has come true at a moment; what was reached before keeps its time. */
export function deliveryAt(former: Delivery | undefined, next: Delivery, at: number): Delivery {
  const { status: _, reason: __, detail: ___, ...times } = former ?? { status: 'queued' }
  const { status } = next
  const isReached = status === 'sent' || status === 'delivered' || status === 'read' || status === 'failed'
  return { ...times, ...(isReached && { [REACHED_AT[status]]: at }), ...next }
}

type OrderKeys = Pick<Message, 'sentAt' | 'sequence' | 'createdAt'> & { readonly id: string }

/** Provider time, provider sequence, receive time, id. */
export function compareMessages(a: OrderKeys, b: OrderKeys): number {
  return (
    a.sentAt - b.sentAt ||
    a.sequence - b.sequence ||
    a.createdAt - b.createdAt ||
    (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
  )
}
