import type * as z from 'zod/mini'
import { widgetSessionSchema } from '#shared/domain/widgetSession.ts'
import type { WidgetSession } from '#shared/domain/widgetSession.ts'
import { AN_HOUR_AGO } from './moments.ts'

/** A visitor of the site who has written once. */
export function aWidgetSession(change: Partial<z.input<typeof widgetSessionSchema>> = {}): WidgetSession {
  return widgetSessionSchema.parse({
    companyId: 'company-1',
    channelId: 'channel-1',
    createdAt: AN_HOUR_AGO,
    windowStartedAt: AN_HOUR_AGO,
    windowCount: 1,
    ...change,
  })
}
