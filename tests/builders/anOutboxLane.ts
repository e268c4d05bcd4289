import type * as z from 'zod/mini'
import { outboxLaneSchema } from '#shared/domain/outboxEntry.ts'
import type { OutboxLane } from '#shared/domain/outboxEntry.ts'
import { AN_HOUR_AGO } from './moments.ts'

/** A lane with one entry that waits. */
export function anOutboxLane(change: Partial<z.input<typeof outboxLaneSchema>> = {}): OutboxLane {
  return outboxLaneSchema.parse({
    entryIds: ['message-2'],
    updatedAt: AN_HOUR_AGO,
    ...change,
  })
}
