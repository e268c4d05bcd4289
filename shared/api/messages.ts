import * as z from 'zod/mini'
import { companyIdSchema, conversationIdSchema, messageIdSchema } from '#shared/domain/ids.ts'

/** Sends a failed or uncertain message once more. Fails with `alreadySent` when it has arrived meanwhile. */
export const resendMessageContract = {
  name: 'resendMessage',
  request: z.strictObject({
    companyId: companyIdSchema,
    conversationId: conversationIdSchema,
    messageId: messageIdSchema,
  }),
  response: z.null(),
}
