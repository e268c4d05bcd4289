import type * as z from 'zod/mini'
import { conversationEventSchema } from '#shared/domain/conversationEvent.ts'
import type { ConversationEvent } from '#shared/domain/conversationEvent.ts'
import { AN_HOUR_AGO } from './moments.ts'

/** Olga put a conversation away. */
export function aConversationEvent(
  change: Partial<z.input<typeof conversationEventSchema>> = {},
): ConversationEvent {
  return conversationEventSchema.parse({
    kind: 'archived',
    from: 'open',
    to: 'archived',
    by: 'operator-1',
    byName: 'Ольга Орлова',
    at: AN_HOUR_AGO,
    ...change,
  })
}
