import * as z from 'zod/mini'
import { widgetLookSchema } from '#shared/api/widget.ts'

/** What visitors see, and what signs their sessions and the files they hand in. */
export const widgetSettingsSchema = z.extend(widgetLookSchema, { secret: z.string().check(z.minLength(32)) })
export type WidgetSettings = z.infer<typeof widgetSettingsSchema>
