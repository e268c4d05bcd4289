import type * as z from 'zod/mini'
import type { Message, messageSchema } from '#shared/domain/message.ts'
import { aMessage } from './aMessage.ts'

/** A reply as its operator writes it: queued, unknown to the provider. */
export function anOutboundMessage(change: Partial<z.input<typeof messageSchema>> = {}): Message {
  return aMessage({
    direction: 'outbound',
    text: 'Да, привозите паспорт',
    author: { type: 'member', id: 'operator-1', name: 'Ольга Орлова' },
    externalId: '',
    delivery: { status: 'queued' },
    ...change,
  })
}
