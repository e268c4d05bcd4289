import * as z from 'zod/mini'
import { attachmentSchema, messageKindSchema, quoteSchema } from './message.ts'
import { DAY_MS, MINUTE_MS, momentSchema } from './time.ts'

/**
 * Why a message was not sent when its time came: the contact is blocked, the channel was disconnected, or
 * its author has left the company.
 */
export const scheduledRefusalSchema = z.enum(['contactBlocked', 'channelDisconnected', 'authorGone'])
export type ScheduledRefusal = z.infer<typeof scheduledRefusalSchema>

/** A reply that waits for its time; its id is that of the message it becomes, and it is gone once it has. */
export const scheduledMessageSchema = z.object({
  kind: messageKindSchema,
  text: z.string(),
  attachments: z._default(z.array(attachmentSchema), []),
  replyTo: z.optional(quoteSchema),
  author: z.object({ id: z.string(), name: z.string() }),
  sendAt: momentSchema,
  state: z.enum(['waiting', 'refused']),
  reason: z.optional(scheduledRefusalSchema),
  createdAt: momentSchema,
  updatedAt: momentSchema,
})
export type ScheduledMessage = z.infer<typeof scheduledMessageSchema>

/** Those put off to one minute leave as they were written. */
export function bySending(
  a: Pick<ScheduledMessage, 'sendAt' | 'createdAt'>,
  b: Pick<ScheduledMessage, 'sendAt' | 'createdAt'>,
): number {
  return a.sendAt - b.sendAt || a.createdAt - b.createdAt
}

export const SEND_LATER_MIN_MS = MINUTE_MS
export const SEND_LATER_MAX_MS = 366 * DAY_MS

/** In one conversation at a time. */
export const SCHEDULED_MAX_COUNT = 100
