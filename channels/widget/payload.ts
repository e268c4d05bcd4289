import * as z from 'zod/mini'
import { messageIdSchema } from '#shared/domain/ids.ts'
import { widgetManifest } from './manifest.ts'

const { textLength, attachmentsPerMessage } = widgetManifest.limits

/** A receipt holds a path, a name and a signature; Storage allows names of 1024 bytes. */
const fileReceiptSchema = z.string().check(z.maxLength(4096))

const messageSchema = z
  .object({
    type: z.literal('message'),
    /** Made by the visitor's browser: the same id twice is the same message. */
    id: z.string().check(z.regex(/^[A-Za-z0-9-]{8,64}$/)),
    text: z.string().check(z.maxLength(textLength)),
    files: z._default(z.array(fileReceiptSchema).check(z.maxLength(attachmentsPerMessage)), []),
  })
  .check(z.refine(({ text, files }) => text.trim() !== '' || files.length > 0, 'neither text nor file'))

const receiptSchema = z.object({
  type: z.literal('receipt'),
  messageIds: z.array(messageIdSchema).check(z.minLength(1), z.maxLength(50)),
  status: z.enum(['delivered', 'read']),
})

/** What the visitor's frame posts. */
export const payloadSchema = z.discriminatedUnion('type', [messageSchema, receiptSchema])
export type WidgetMessagePayload = z.infer<typeof messageSchema>
export type WidgetReceiptPayload = z.infer<typeof receiptSchema>
