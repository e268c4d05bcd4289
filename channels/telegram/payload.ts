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

const mediaSchema = z.extend(documentSchema, { duration: z.optional(z.int()) })

const filmSchema = z.extend(mediaSchema, { width: z.optional(z.int()), height: z.optional(z.int()) })

/** Always a square, shown as a circle: `length` is its side. */
const videoNoteSchema = z.object({
  file_id: z.string(),
  length: z.int(),
  duration: z.optional(z.int()),
  file_size: z.optional(z.int()),
})

const stickerSchema = z.object({
  file_id: z.string(),
  width: z.int(),
  height: z.int(),
  is_animated: z._default(z.boolean(), false),
  is_video: z._default(z.boolean(), false),
  emoji: z.optional(z.string()),
  /** A still of what moves. */
  thumbnail: z.optional(photoSizeSchema),
  file_size: z.optional(z.int()),
})

const pointSchema = z.object({ latitude: z.number(), longitude: z.number() })

const venueSchema = z.object({ location: pointSchema, title: z.string(), address: z.string() })

const contactSchema = z.object({
  phone_number: z.string(),
  first_name: z._default(z.string(), ''),
  last_name: z.optional(z.string()),
  user_id: z.optional(z.int()),
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
  voice: z.optional(mediaSchema),
  audio: z.optional(mediaSchema),
  video: z.optional(filmSchema),
  video_note: z.optional(videoNoteSchema),
  animation: z.optional(filmSchema),
  sticker: z.optional(stickerSchema),
  location: z.optional(pointSchema),
  venue: z.optional(venueSchema),
  contact: z.optional(contactSchema),
  reply_to_message: z.optional(quotedSchema),
})
export type TelegramMessage = z.infer<typeof telegramMessageSchema>

/** Custom and paid ones are no emoji of anybody else's: their `emoji` is absent. */
const reactionChangeSchema = z.object({
  chat: chatSchema,
  message_id: z.int(),
  /** Seconds. */
  date: z.int(),
  new_reaction: z.array(z.object({ emoji: z.optional(z.string()) })),
})
export type TelegramReactionChange = z.infer<typeof reactionChangeSchema>

export const updateSchema = z.object({
  update_id: z.int(),
  message: z.optional(telegramMessageSchema),
  edited_message: z.optional(telegramMessageSchema),
  message_reaction: z.optional(reactionChangeSchema),
})
