import type * as z from 'zod/mini'
import { messageSchema } from '#shared/domain/message.ts'
import type { Message } from '#shared/domain/message.ts'
import { AN_HOUR_AGO } from './moments.ts'

/** A text a contact wrote. */
export function aMessage(change: Partial<z.input<typeof messageSchema>> = {}): Message {
  return messageSchema.parse({
    direction: 'inbound',
    kind: 'text',
    text: 'Есть ли прокат на выходные?',
    attachments: [],
    author: { type: 'contact', id: 'contact-1', name: 'Пётр Петров' },
    sentAt: AN_HOUR_AGO,
    sequence: 0,
    createdAt: AN_HOUR_AGO,
    updatedAt: AN_HOUR_AGO,
    externalId: '42',
    previousTexts: [],
    ...change,
  })
}
