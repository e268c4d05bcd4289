import * as z from 'zod/mini'
import { businessHoursSchema } from '#shared/domain/businessHours.ts'
import { AUTO_REPLY_MAX_LENGTH, assignmentSchema } from '#shared/domain/channel.ts'
import { channelIdSchema, companyIdSchema } from '#shared/domain/ids.ts'

const formSchema = z.record(z.string().check(z.maxLength(64)), z.string().check(z.maxLength(1000)))

/** Asks the provider whose account the pasted secret opens; connects nothing. Fails with `secretRefused`, or as the provider does. */
export const identifyChannelContract = {
  name: 'identifyChannel',
  request: z.strictObject({
    companyId: companyIdSchema,
    kind: z.string().check(z.maxLength(32)),
    form: formSchema,
  }),
  response: z.object({ name: z.string(), handle: z.string() }),
}

/** Connects an account. Fails with `secretRefused`, `accountTaken` when another company holds it, or as the provider does. */
export const connectChannelContract = {
  name: 'connectChannel',
  request: z.strictObject({
    companyId: companyIdSchema,
    kind: z.string().check(z.maxLength(32)),
    form: formSchema,
  }),
  response: z.object({ channelId: channelIdSchema }),
}

/** Conversations stay; nothing new comes in. */
export const disconnectChannelContract = {
  name: 'disconnectChannel',
  request: z.strictObject({ companyId: companyIdSchema, channelId: channelIdSchema }),
  response: z.null(),
}

/** Only what is named changes. Fails with `notFound` where the assignment's team is not there. */
export const changeChannelContract = {
  name: 'changeChannel',
  request: z.strictObject({
    companyId: companyIdSchema,
    channelId: channelIdSchema,
    /** Answers begin with the name of the member who wrote them. */
    signsReplies: z.optional(z.boolean()),
    assignment: z.optional(assignmentSchema),
    greeting: z.optional(z.string().check(z.trim(), z.maxLength(AUTO_REPLY_MAX_LENGTH))),
    awayMessage: z.optional(z.string().check(z.trim(), z.maxLength(AUTO_REPLY_MAX_LENGTH))),
    hours: z.optional(z.nullable(businessHoursSchema)),
  }),
  response: z.object({}),
}
