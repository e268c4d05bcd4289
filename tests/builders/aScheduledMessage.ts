import type * as z from 'zod/mini'
import { scheduledMessageSchema } from '#shared/domain/scheduledMessage.ts'
import type { ScheduledMessage } from '#shared/domain/scheduledMessage.ts'
import { HOUR_MS } from '#shared/domain/time.ts'
import { AN_HOUR_AGO, NOON } from './moments.ts'

/** A reply of Olga's that waits for an hour. */
export function aScheduledMessage(
  change: Partial<z.input<typeof scheduledMessageSchema>> = {},
): ScheduledMessage {
  return scheduledMessageSchema.parse({
    kind: 'text',
    text: 'Заказ собран',
    attachments: [],
    author: { id: 'operator-1', name: 'Ольга Орлова' },
    sendAt: NOON + HOUR_MS,
    state: 'waiting',
    createdAt: AN_HOUR_AGO,
    updatedAt: AN_HOUR_AGO,
    ...change,
  })
}
