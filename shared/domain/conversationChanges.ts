import type { Conversation } from './conversation.ts'
import { isNewerThanLast, toLastMessage } from './conversation.ts'
import type { MessageId } from './ids.ts'
import type { Message } from './message.ts'

export type IdentifiedMessage = Message & { readonly id: MessageId }

type InboundState = Pick<
  Conversation,
  | 'state'
  | 'snoozedUntilAt'
  | 'unanswered'
  | 'waitingSinceAt'
  | 'unreadCount'
  | 'lastMessage'
  | 'lastMessageAt'
  | 'lastInboundAt'
  | 'sortAt'
>

/**
 * A conversation once an inbound message has come: open, unread, unanswered, waiting since the first
 * such message; a blocked one only holds it. `lastInboundAt` rises with every one, even within one second of
 * the provider's clock, so that a read mark made meanwhile is seen to be too old.
 */
export function afterInbound(
  conversation: InboundState & Pick<Conversation, 'blocked'>,
  message: IdentifiedMessage,
): InboundState {
  const lastInboundAt = Math.max((conversation.lastInboundAt ?? 0) + 1, message.sentAt)
  return {
    ...(conversation.blocked ? marksOf(conversation) : alerted(conversation, message)),
    ...withMessage(conversation, message),
    lastInboundAt,
    sortAt: lastInboundAt,
  }
}

type Marks = Pick<Conversation, 'state' | 'snoozedUntilAt' | 'unanswered' | 'waitingSinceAt' | 'unreadCount'>

function alerted({ waitingSinceAt, unreadCount }: Marks, { sentAt }: IdentifiedMessage): Marks {
  return {
    state: 'open',
    snoozedUntilAt: null,
    unanswered: true,
    waitingSinceAt: Math.min(waitingSinceAt ?? sentAt, sentAt),
    unreadCount: unreadCount + 1,
  }
}

function marksOf({ state, snoozedUntilAt, unanswered, waitingSinceAt, unreadCount }: Marks): Marks {
  return { state, snoozedUntilAt, unanswered, waitingSinceAt, unreadCount }
}

type OutboundState = Pick<
  Conversation,
  'state' | 'snoozedUntilAt' | 'unanswered' | 'waitingSinceAt' | 'lastMessage' | 'lastMessageAt'
>

/**
 * A conversation once a member has replied: open, and answered unless the contact wrote after the reply. What left as
 * its contact was being blocked does not open it.
 */
export function afterOutbound(
  conversation: OutboundState & Pick<Conversation, 'lastInboundAt' | 'blocked'>,
  message: IdentifiedMessage,
): OutboundState {
  const { lastInboundAt, waitingSinceAt } = conversation
  const wroteSince = conversation.unanswered && lastInboundAt !== null && lastInboundAt > message.sentAt
  const { state, snoozedUntilAt } = conversation.blocked
    ? conversation
    : { state: 'open' as const, snoozedUntilAt: null }
  return {
    state,
    snoozedUntilAt,
    unanswered: wroteSince,
    waitingSinceAt: wroteSince ? firstSince(message.sentAt, waitingSinceAt, lastInboundAt) : null,
    ...withMessage(conversation, message),
  }
}

/** Where the contact wrote both before and after the reply, only his last message is known to be after it. */
function firstSince(repliedAt: number, waitingSinceAt: number | null, lastInboundAt: number): number {
  return waitingSinceAt !== null && waitingSinceAt > repliedAt ? waitingSinceAt : lastInboundAt
}

function withMessage(
  { lastMessage, lastMessageAt }: Pick<Conversation, 'lastMessage' | 'lastMessageAt'>,
  message: IdentifiedMessage,
): Pick<Conversation, 'lastMessage' | 'lastMessageAt'> {
  return {
    lastMessage: isNewerThanLast(lastMessage, message) ? toLastMessage(message) : lastMessage,
    lastMessageAt: Math.max(lastMessageAt ?? 0, message.sentAt),
  }
}
