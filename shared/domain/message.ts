import * as z from 'zod/mini'
import { attachmentIdSchema, messageIdSchema } from './ids.ts'
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
  /** `pending`: the file is still at the provider; `ready`: it lies in Storage at `path`. */
  state: z.enum(['pending', 'ready', 'failed']),
  path: z.optional(z.string()),
  /** How the provider names the file while it is still with him. */
  externalRef: z.optional(z.string()),
  /** Why there is no file: `tooLarge`, `gone`, `forbiddenAddress`, `forbiddenType`. */
  reason: z.optional(z.string()),
})
export type Attachment = z.infer<typeof attachmentSchema>

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
})
export type Delivery = z.infer<typeof deliverySchema>

export const quoteSchema = z.object({
  /** Empty when the quoted message was never stored here. */
  messageId: z.union([messageIdSchema, z.literal('')]),
  author: z.string(),
  text: z.string(),
})
export type Quote = z.infer<typeof quoteSchema>

export const messageSchema = z.object({
  direction: directionSchema,
  kind: messageKindSchema,
  text: z.string(),
  attachments: z._default(z.array(attachmentSchema), []),
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
  editedAt: z.optional(momentSchema),
  previousTexts: z._default(z.array(z.string()), []),
  deletedAt: z.optional(momentSchema),
})
export type Message = z.infer<typeof messageSchema>
export type MessageAuthor = z.infer<typeof authorSchema>

/** Longest text any channel takes; each channel's own limit is in its manifest. */
export const TEXT_MAX_LENGTH = 20_000

/** Most files one message of a member carries: firestore.rules cannot look at more. */
export const ATTACHMENTS_MAX_COUNT = 5

/** Pixels; firestore.rules refuse more. */
export const PICTURE_MAX_SIDE = 100_000

const RANK = { queued: 0, sending: 1, uncertain: 2, sent: 3, delivered: 4, read: 5, failed: 6 } as const

/** Whether `next` may replace `current`: never backwards, and nothing after a failure but a late proof of arrival. */
export function isDeliveryAdvance(current: DeliveryStatus, next: DeliveryStatus): boolean {
  if (next === 'failed') return current !== 'read' && current !== 'delivered' && current !== 'failed'
  if (current === 'failed') return next === 'sent' || next === 'delivered' || next === 'read'
  return RANK[next] > RANK[current]
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
