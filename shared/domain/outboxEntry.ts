import * as z from 'zod/mini'
import { channelIdSchema, conversationIdSchema, messageIdSchema, outboxEntryIdSchema } from './ids.ts'
import { HOUR_MS, momentSchema } from './time.ts'

/**
 * `channel`: hand a message to its provider. `media`: fetch the files of an inbound message.
 * `assignment`: find somebody for a conversation that nobody has.
 */
export const outboxTargetSchema = z.enum(['channel', 'media', 'assignment'])

/**
 * queued → sending → (gone) | delayed → sending …: a finished entry is deleted, its message tells the outcome.
 * An assignment nobody can be found for is `waiting`: apart from the delayed, so that a night's worth of them
 * is in no delivery's way. One that is `behind` another of its lane waits for that one's end: looked at, but hourly,
 * by no sweep, or a lane that stands still would keep the sweeper from the others.
 */
export const outboxStateSchema = z.enum(['queued', 'behind', 'sending', 'delayed', 'waiting'])

/** The order to deliver one thing; written together with the fact it follows from. */
export const outboxEntrySchema = z.object({
  target: outboxTargetSchema,
  channelId: channelIdSchema,
  conversationId: conversationIdSchema,
  messageId: messageIdSchema,
  /** The entry its writer made just before this one in the same lane, '' if none: order without a query. */
  afterEntryId: z._default(z.union([outboxEntryIdSchema, z.literal('')]), ''),
  state: outboxStateSchema,
  attempts: z.int(),
  createdBy: z.string(),
  createdAt: momentSchema,
  /** Absent until a first attempt was put off. */
  nextAttemptAt: z.optional(momentSchema),
  /** Until when the running attempt may be believed alive. */
  leaseUntilAt: z.optional(momentSchema),
})
export type OutboxEntry = z.infer<typeof outboxEntrySchema>

/** Entries of one conversation and target leave in order: those that wait, first first. */
export const outboxLaneSchema = z.object({
  entryIds: z.array(outboxEntryIdSchema),
  updatedAt: momentSchema,
})
export type OutboxLane = z.infer<typeof outboxLaneSchema>

/**
 * How far the places of a member, or of his company, are taken. A number and no moment: it is incremented,
 * so that nobody waits for anybody else's write.
 */
export const outboxPaceSchema = z.object({ bookedUntil: z.number() })

/** An entry older than this fails: a reply a day late helps nobody. */
export const OUTBOX_EXPIRY_MS = 24 * HOUR_MS
