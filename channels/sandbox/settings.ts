import * as z from 'zod/mini'

export const sandboxSettingsSchema = z.object({
  key: z.string(),
  /** Signs every webhook. */
  secret: z.string(),
})
export type SandboxSettings = z.infer<typeof sandboxSettingsSchema>
