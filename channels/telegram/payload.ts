import * as z from 'zod/mini'

/** Only the fields we read; https://core.telegram.org/bots/api#update. Unknown kinds pass as empty updates. */

const userSchema = z.object({
  id: z.int(),
  first_name: z.string(),
  last_name: z.optional(z.string()),
  username: z.optional(z.string()),
})

const chatSchema = z.object({ id: z.int(), type: z.string(), title: z.optional(z.string()) })

const photoSizeSchema = z.object({
  file_id: z.string(),
  width: z.int(),
  height: z.int(),
  file_size: z.optional(z.int()),
})

const documentSchema = z.object({
  file_id: z.string(),
  file_name: z.optional(z.string()),
  mime_type: z.optional(z.string()),
  file_size: z.optional(z.int()),
})

const quotedSchema = z.object({
  message_id: z.int(),
  from: z.optional(userSchema),
  text: z.optional(z.string()),
  caption: z.optional(z.string()),
})

export const telegramMessageSchema = z.object({
  message_id: z.int(),
  /** Seconds. */
  date: z.int(),
  edit_date: z.optional(z.int()),
  from: z.optional(userSchema),
  chat: chatSchema,
  text: z.optional(z.string()),
  caption: z.optional(z.string()),
  photo: z.optional(z.array(photoSizeSchema)),
  document: z.optional(documentSchema),
  contact: z.optional(z.object({ phone_number: z.string(), user_id: z.optional(z.int()) })),
  reply_to_message: z.optional(quotedSchema),
})
export type TelegramMessage = z.infer<typeof telegramMessageSchema>

export const updateSchema = z.object({
  update_id: z.int(),
  message: z.optional(telegramMessageSchema),
  edited_message: z.optional(telegramMessageSchema),
})
