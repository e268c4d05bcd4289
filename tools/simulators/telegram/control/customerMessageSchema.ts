import * as z from 'zod/mini'

const MAX_FILE_BYTES = 2 * 1024 * 1024 * 1024

/** `base64` is the file; a `size` alone makes one of zeros; neither, a small sample. */
const fileSchema = z.object({
  name: z.optional(z.string().check(z.minLength(1), z.maxLength(255))),
  contentType: z.optional(z.string()),
  base64: z.optional(z.base64()),
  size: z.optional(z.int().check(z.positive(), z.maximum(MAX_FILE_BYTES))),
})

/** What a customer sends: one of the contents, and what may go with it. */
export const customerMessageSchema = z.strictObject({
  text: z.optional(z.string().check(z.minLength(1), z.maxLength(4096))),
  photo: z.optional(fileSchema),
  document: z.optional(fileSchema),
  voice: z.optional(fileSchema),
  video: z.optional(fileSchema),
  audio: z.optional(fileSchema),
  video_note: z.optional(fileSchema),
  animation: z.optional(fileSchema),
  sticker: z.optional(
    z.object({ emoji: z._default(z.string(), '🙂'), motion: z.optional(z.enum(['animated', 'video'])) }),
  ),
  /** With a title it is a venue. */
  location: z.optional(
    z.object({
      latitude: z.number(),
      longitude: z.number(),
      title: z.optional(z.string()),
      address: z.optional(z.string()),
    }),
  ),
  /** `true` shares the customer's own number. */
  contact: z.optional(z.union([z.literal(true), z.object({ name: z.string(), phone: z.string() })])),
  /** A kind of message nobody but Telegram shows. */
  dice: z.optional(z.object({ value: z.int().check(z.minimum(1), z.maximum(6)) })),

  caption: z._default(z.string().check(z.maxLength(1024)), ''),
  mediaGroupId: z.optional(z.string()),
  replyTo: z.optional(z.int()),
  /** The part of the message replied to that is quoted. */
  quote: z._default(z.string(), ''),
  /** Seconds; now when absent. */
  date: z.optional(z.int()),
})

export type CustomerMessage = z.output<typeof customerMessageSchema>
export type CustomerFile = z.output<typeof fileSchema>
