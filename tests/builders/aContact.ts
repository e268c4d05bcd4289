import type * as z from 'zod/mini'
import { contactSchema } from '#shared/domain/contact.ts'
import type { Contact } from '#shared/domain/contact.ts'
import { AN_HOUR_AGO } from './moments.ts'

/** Somebody who wrote once through Telegram. */
export function aContact(change: Partial<z.input<typeof contactSchema>> = {}): Contact {
  return contactSchema.parse({
    name: 'Пётр Петров',
    phone: '',
    identities: [{ channelId: 'channel-1', externalId: '555', handle: '@petr' }],
    note: '',
    tags: [],
    conversationId: 'conversation-1',
    assigneeId: '',
    teamId: '',
    lastContactAt: AN_HOUR_AGO,
    messageCount: 1,
    createdAt: AN_HOUR_AGO,
    ...change,
  })
}
