import * as z from 'zod/mini'
import {
  attachmentIdSchema,
  companyIdSchema,
  conversationIdSchema,
  messageIdSchema,
} from '#shared/domain/ids.ts'
import {
  ATTACHMENTS_MAX_COUNT,
  ATTACHMENT_MAX_SIZE,
  PICTURE_MAX_SIDE,
  TEXT_MAX_LENGTH,
} from '#shared/domain/message.ts'

const place = { companyId: companyIdSchema, conversationId: conversationIdSchema, messageId: messageIdSchema }

const textSchema = z.string().check(z.maxLength(TEXT_MAX_LENGTH))
const sendAtSchema = z.int().check(z.gte(0))
const sideSchema = z.optional(z.int().check(z.gte(1), z.lte(PICTURE_MAX_SIDE)))

/** A file as a member's browser has put it into Storage. */
const ownFileSchema = z.strictObject({
  id: attachmentIdSchema,
  kind: z.enum(['image', 'video', 'audio', 'voice', 'document']),
  name: z.string().check(z.minLength(1), z.maxLength(255)),
  contentType: z.string().check(z.minLength(1), z.maxLength(255)),
  size: z.int().check(z.gte(1), z.lte(ATTACHMENT_MAX_SIZE)),
  width: sideSchema,
  height: sideSchema,
  duration: z.optional(z.int().check(z.gte(0))),
  state: z.literal('ready'),
  path: z.string().check(z.maxLength(1000)),
})

const ownQuoteSchema = z.strictObject({
  messageId: z.union([messageIdSchema, z.literal('')]),
  author: z.string().check(z.maxLength(255)),
  text: textSchema,
})

const replySchema = z.strictObject({
  companyId: companyIdSchema,
  conversationId: conversationIdSchema,
  /** Given by the browser, to this reply alone. */
  id: messageIdSchema,
  kind: z.enum(['text', 'image', 'video', 'audio', 'voice', 'document']),
  text: textSchema,
  attachments: z.array(ownFileSchema).check(z.maxLength(ATTACHMENTS_MAX_COUNT)),
  replyTo: z.optional(ownQuoteSchema),
  sendAt: sendAtSchema,
})

/**
 * Keeps a reply until its time, under the id of the message it becomes. The same id asked for again is the same
 * reply, whatever has become of it. Fails with `momentRefused`,
 * `contactBlocked`, `channelDisconnected`, `tooManyScheduled`.
 */
export const scheduleMessageContract = {
  name: 'scheduleMessage',
  request: replySchema,
  response: z.null(),
}
export type ReplyForLater = z.infer<typeof replySchema>

/** Other words or another time for a reply that waits; also for one that was refused. Fails with `alreadySent`. */
export const rescheduleMessageContract = {
  name: 'rescheduleMessage',
  request: z.strictObject({ ...place, text: textSchema, sendAt: sendAtSchema }),
  response: z.null(),
}

/** Drops a reply that waits. Fails with `alreadySent` where its time has come meanwhile. */
export const cancelScheduledContract = {
  name: 'cancelScheduled',
  request: z.strictObject(place),
  response: z.null(),
}

/** Sends a reply that waits at once. */
export const sendScheduledContract = {
  name: 'sendScheduled',
  request: z.strictObject(place),
  response: z.null(),
}
