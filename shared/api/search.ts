import * as z from 'zod/mini'
import { companyIdSchema, conversationIdSchema, messageIdSchema } from '#shared/domain/ids.ts'
import { directionSchema } from '#shared/domain/message.ts'

export const SEARCH_MAX_LENGTH = 200
/** Two ids, sealed, are half of it. */
const CURSOR_MAX_LENGTH = 500

/** A message that holds what was asked for, and where in it that stands. */
const foundMessageSchema = z.object({
  conversationId: conversationIdSchema,
  messageId: messageIdSchema,
  contactName: z.string(),
  channelKind: z.string(),
  direction: directionSchema,
  /** Milliseconds. */
  sentAt: z.int(),
  snippet: z.string(),
  ranges: z.array(z.object({ start: z.int(), end: z.int() })),
})
export type FoundMessage = z.infer<typeof foundMessageSchema>

/** The company's messages, or one conversation's, that hold all words in some form; the newest first. */
export const searchMessagesContract = {
  name: 'searchMessages',
  request: z.strictObject({
    companyId: companyIdSchema,
    conversationId: z.optional(conversationIdSchema),
    text: z.string().check(z.maxLength(SEARCH_MAX_LENGTH)),
    after: z.optional(z.string().check(z.maxLength(CURSOR_MAX_LENGTH))),
  }),
  response: z.object({
    hits: z.array(foundMessageSchema),
    /** From where it goes on, in the server's own words; null at the end. There may be no hit on the way and some behind. */
    after: z.nullable(z.string()),
  }),
}
export type SearchMessagesRequest = z.infer<typeof searchMessagesContract.request>
export type FoundMessages = z.infer<typeof searchMessagesContract.response>
