import * as z from 'zod/mini'

export const telegramSettingsSchema = z.object({
  token: z.string(),
  /** Sent back with every webhook in X-Telegram-Bot-Api-Secret-Token. */
  secret: z.string(),
})
export type TelegramSettings = z.infer<typeof telegramSettingsSchema>
