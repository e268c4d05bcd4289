import * as z from 'zod/mini'
import { companyIdSchema, conversationIdSchema, messageIdSchema } from '#shared/domain/ids.ts'
import { TEXT_MAX_LENGTH } from '#shared/domain/message.ts'

const messagePlace = {
  companyId: companyIdSchema,
  conversationId: conversationIdSchema,
  messageId: messageIdSchema,
}

/** Changes one's own message at the customer's. '' takes the words under a file away. */
export const editMessageContract = {
  name: 'editMessage',
  request: z.strictObject({
    ...messagePlace,
    text: z.string().check(z.trim(), z.maxLength(TEXT_MAX_LENGTH)),
  }),
  response: z.null(),
}

/** Takes one's own message back from the customer. */
export const deleteMessageContract = {
  name: 'deleteMessage',
  request: z.strictObject(messagePlace),
  response: z.null(),
}

/** An emoji is made of these: pictures, skin tones, joiners, flags; digits only as keycaps. */
const EMOJI =
  /^(?:[\p{Extended_Pictographic}\p{Regional_Indicator}\p{Emoji_Modifier}\uFE0F\u200D\u{E0020}-\u{E007F}]|[0-9#*]\uFE0F?\u20E3)*$/u

/** The company's one emoji under a message of either side; '' takes it away. */
export const reactToMessageContract = {
  name: 'reactToMessage',
  request: z.strictObject({
    ...messagePlace,
    emoji: z.string().check(z.maxLength(32, { abort: true }), z.regex(EMOJI)),
  }),
  response: z.null(),
}

/** Shows the customer that somebody is writing to him, or has read what he wrote. */
export const signalContactContract = {
  name: 'signalContact',
  request: z.strictObject({
    companyId: companyIdSchema,
    conversationId: conversationIdSchema,
    signal: z.enum(['typing', 'read']),
  }),
  response: z.null(),
}
