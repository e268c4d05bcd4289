import type * as z from 'zod/mini'
import { widgetMessageSchema } from '#shared/domain/widgetSession.ts'
import type { WidgetMessage } from '#shared/domain/widgetSession.ts'
import { AN_HOUR_AGO } from './moments.ts'

/** What the visitor wrote, as he sees it. */
export function aWidgetMessage(change: Partial<z.input<typeof widgetMessageSchema>> = {}): WidgetMessage {
  return widgetMessageSchema.parse({
    direction: 'inbound',
    text: 'Есть ли прокат на выходные?',
    attachments: [],
    authorName: '',
    sentAt: AN_HOUR_AGO,
    sequence: 0,
    createdAt: AN_HOUR_AGO,
    ...change,
  })
}
