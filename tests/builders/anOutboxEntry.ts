import type * as z from 'zod/mini'
import { outboxEntrySchema } from '#shared/domain/outboxEntry.ts'
import type { OutboxEntry } from '#shared/domain/outboxEntry.ts'
import { AN_HOUR_AGO } from './moments.ts'

/** The order to deliver Olga's reply, not tried yet. */
export function anOutboxEntry(change: Partial<z.input<typeof outboxEntrySchema>> = {}): OutboxEntry {
  return outboxEntrySchema.parse({
    target: 'channel',
    channelId: 'channel-1',
    conversationId: 'conversation-1',
    messageId: 'message-2',
    afterEntryId: '',
    state: 'queued',
    attempts: 0,
    createdBy: 'operator-1',
    createdAt: AN_HOUR_AGO,
    ...change,
  })
}
