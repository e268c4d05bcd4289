import { remove, set } from '#functions/store/store.ts'
import { companyIdSchema, conversationIdSchema, messageIdSchema } from '#shared/domain/ids.ts'
import { aChannel } from '#tests/builders/aChannel.ts'
import { aConversation } from '#tests/builders/aConversation.ts'
import { aScheduledMessage } from '#tests/builders/aScheduledMessage.ts'
import { addMember, person } from '../companyOf.ts'

export const HOME = companyIdSchema.parse('home')
export const conversationId = conversationIdSchema.parse('conversation')
export const place = (id: string) => ({
  companyId: HOME,
  conversationId,
  messageId: messageIdSchema.parse(id),
})
export const OLGA = { id: 'olga', name: 'Ольга' } as const

/** A company with Olga, a channel that works and one conversation in it. */
export async function openConversation(change: Parameters<typeof aConversation>[0] = {}): Promise<void> {
  await addMember(HOME, OLGA.id, { name: OLGA.name })
  await set(['channels', { companyId: HOME, channelId: 'channel' }], aChannel())
  await set(
    ['conversations', { companyId: HOME, conversationId }],
    aConversation({ channelId: 'channel', ...change }),
  )
}

/** Olga’s reply, before its time. */
export function wait(id: string, change: Parameters<typeof aScheduledMessage>[0] = {}): Promise<void> {
  return set(['scheduledMessages', place(id)], aScheduledMessage({ author: OLGA, ...change }))
}

export const leave = () => remove('members', { companyId: HOME, userId: person(OLGA.id) })
