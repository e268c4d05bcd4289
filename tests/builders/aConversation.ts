import type * as z from 'zod/mini'
import { conversationSchema } from '#shared/domain/conversation.ts'
import type { Conversation } from '#shared/domain/conversation.ts'
import { AN_HOUR_AGO } from './moments.ts'

const aLastMessage = {
  id: 'message-1',
  direction: 'inbound',
  kind: 'text',
  text: 'Есть ли прокат на выходные?',
  authorId: 'contact-1',
  authorName: 'Пётр Петров',
  at: AN_HOUR_AGO,
  sequence: 0,
} as const

/** An open conversation with one inbound message that nobody has read or answered. */
export function aConversation(change: Partial<z.input<typeof conversationSchema>> = {}): Conversation {
  return conversationSchema.parse({
    contactId: 'contact-1',
    contactName: 'Пётр Петров',
    contactPhone: '',
    channelId: 'channel-1',
    channelKind: 'telegram',
    channelName: 'Бот магазина',
    externalId: '555',
    state: 'open',
    unanswered: true,
    waitingSinceAt: AN_HOUR_AGO,
    unreadCount: 1,
    readUpToAt: null,
    assigneeId: '',
    teamId: '',
    lastMessage: aLastMessage,
    lastMessageAt: AN_HOUR_AGO,
    lastInboundAt: AN_HOUR_AGO,
    sortAt: AN_HOUR_AGO,
    repliedToBroadcast: false,
    tags: [],
    groupIds: [],
    blocked: false,
    lastEventId: '',
    publicId: 4001,
    createdAt: AN_HOUR_AGO,
    updatedAt: AN_HOUR_AGO,
    ...change,
  })
}
