import * as z from 'zod/mini'
import { attachmentSchema, deliverySchema, directionSchema } from './message.ts'
import { channelIdSchema, companyIdSchema } from './ids.ts'
import { momentSchema } from './time.ts'

/** A site visitor's conversation as he may see it. Made with his first message. */
export const widgetSessionSchema = z.object({
  companyId: companyIdSchema,
  channelId: channelIdSchema,
  createdAt: momentSchema,
  /** Flood cap: messages since `windowStartedAt`. */
  windowStartedAt: momentSchema,
  windowCount: z.int(),
})
export type WidgetSession = z.infer<typeof widgetSessionSchema>

/** One line of the visitor's projection: no member ids, no internal fields. */
export const widgetMessageSchema = z.object({
  direction: directionSchema,
  /** His own messages: the id his browser made. Answers: our message id. */
  externalId: z._default(z.string(), ''),
  text: z.string(),
  attachments: z._default(z.array(attachmentSchema), []),
  /** Empty unless the company signs its answers. */
  authorName: z._default(z.string(), ''),
  sentAt: momentSchema,
  sequence: z.int(),
  createdAt: momentSchema,
  delivery: z.optional(deliverySchema),
  /** The `externalId` of the message an answer quotes, '' if none. */
  replyToExternalId: z._default(z.string(), ''),
  editedAt: z.optional(momentSchema),
  /** Taken back: what it said is no longer here. */
  deletedAt: z.optional(momentSchema),
  /** The company's emoji under it, '' if none. */
  reaction: z._default(z.string(), ''),
})
export type WidgetMessage = z.infer<typeof widgetMessageSchema>

/**
 * What the company does meanwhile, for the visitor to see, beside his messages: `typing` tells when somebody
 * last wrote at an answer, `read` up to when what he wrote has been seen. A document each, so that neither waits
 * for the other.
 */
export const widgetSignalSchema = z.object({ at: momentSchema })
export type WidgetSignalId = 'typing' | 'read'

/** The Firebase uid a visitor signs in with; no member has one of this form. */
export function visitorUid(sessionId: string): string {
  return `visitor_${sessionId}`
}
