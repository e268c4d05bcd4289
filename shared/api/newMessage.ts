import * as z from 'zod/mini'
import { VARIABLES_MAX_COUNT, VARIABLE_MAX_LENGTH } from '#shared/domain/approvedTemplate.ts'
import {
  approvedTemplateIdSchema,
  channelIdSchema,
  companyIdSchema,
  conversationIdSchema,
  messageIdSchema,
  templateIdSchema,
} from '#shared/domain/ids.ts'
import { TEXT_MAX_LENGTH } from '#shared/domain/message.ts'

const PHONE_MAX_LENGTH = 32

const templateMessageSchema = z.strictObject({
  id: messageIdSchema,
  templateId: approvedTemplateIdSchema,
  values: z.array(z.string().check(z.maxLength(VARIABLE_MAX_LENGTH))).check(z.maxLength(VARIABLES_MAX_COUNT)),
})
/** A message by an approved template, with a value for each of its variables. */
export type TemplateMessage = z.infer<typeof templateMessageSchema>

const textMessageSchema = z
  .strictObject({
    id: messageIdSchema,
    text: z.string().check(z.trim(), z.maxLength(TEXT_MAX_LENGTH)),
    /** The template whose file goes with it. */
    fileOf: z.optional(templateIdSchema),
  })
  .check(z.refine(({ text, fileOf }) => text !== '' || fileOf !== undefined, 'nothing to send'))
/** Words of one's own, with the file of a template. */
export type TextMessage = z.infer<typeof textMessageSchema>

const firstMessageSchema = z.union([textMessageSchema, templateMessageSchema])
export type FirstMessage = z.infer<typeof firstMessageSchema>

/**
 * Writes to a phone's owner first. Where he has a conversation already, nothing is sent: `existing`.
 * Fails with `phoneRefused`, `numberNotThere`, `channelCannotWriteFirst`, `conversationOfColleague`, `windowClosed`
 * where the channel wants an approved template, `templateRefused`, or as the provider does.
 */
export const startConversationContract = {
  name: 'startConversation',
  request: z.strictObject({
    companyId: companyIdSchema,
    channelId: channelIdSchema,
    phone: z.string().check(z.minLength(1), z.maxLength(PHONE_MAX_LENGTH)),
    message: firstMessageSchema,
  }),
  response: z.object({ conversationId: conversationIdSchema, existing: z.boolean() }),
}

/** Sends an approved template, whether the reply window is open or not. Sent twice, it is one message. */
export const sendApprovedTemplateContract = {
  name: 'sendApprovedTemplate',
  request: z.strictObject({
    companyId: companyIdSchema,
    conversationId: conversationIdSchema,
    message: templateMessageSchema,
  }),
  response: z.null(),
}

/** Asks the provider which templates it has approved by now. */
export const refreshApprovedTemplatesContract = {
  name: 'refreshApprovedTemplates',
  request: z.strictObject({ companyId: companyIdSchema, channelId: channelIdSchema }),
  response: z.object({ count: z.int() }),
}
