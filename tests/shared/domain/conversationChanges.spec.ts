import { describe, expect, it } from 'vitest'
import { afterInbound, afterOutbound } from '#shared/domain/conversationChanges.ts'
import type { IdentifiedMessage } from '#shared/domain/conversationChanges.ts'
import { toLastMessage } from '#shared/domain/conversation.ts'
import { messageIdSchema } from '#shared/domain/ids.ts'
import { DAY_MS, SECOND_MS } from '#shared/domain/time.ts'
import { aConversation } from '#tests/builders/aConversation.ts'
import { aMessage } from '#tests/builders/aMessage.ts'
import { anOutboundMessage } from '#tests/builders/anOutboundMessage.ts'
import { AN_HOUR_AGO, NOON } from '#tests/builders/moments.ts'

const identified = (id: string, message: ReturnType<typeof aMessage>): IdentifiedMessage => ({
  ...message,
  id: messageIdSchema.parse(id),
})
const inbound = (id: string, sentAt: number, sequence = 0) =>
  identified(id, aMessage({ text: id, sentAt, sequence }))
const reply = (sentAt: number) => identified('reply', anOutboundMessage({ sentAt }))

/** The contact wrote at nine o'clock; a member has read and answered at noon. */
const answered = aConversation({
  unanswered: false,
  waitingSinceAt: null,
  unreadCount: 0,
  lastInboundAt: AN_HOUR_AGO,
  lastMessageAt: NOON,
  lastMessage: toLastMessage(reply(NOON)),
})

const untouched = aConversation({
  unanswered: false,
  waitingSinceAt: null,
  unreadCount: 0,
  lastMessage: null,
  lastMessageAt: null,
  lastInboundAt: null,
})

describe('a conversation after an inbound message', () => {
  it('is open, unread, unanswered and waits since that message', () => {
    const at = NOON + SECOND_MS
    expect(afterInbound({ ...answered, state: 'archived' }, inbound('new', at))).toEqual({
      state: 'open',
      snoozedUntilAt: null,
      unanswered: true,
      waitingSinceAt: at,
      unreadCount: 1,
      lastMessage: expect.objectContaining({ id: 'new', at }) as unknown,
      lastMessageAt: at,
      lastInboundAt: at,
      sortAt: at,
    })
  })

  it('begins with its first one', () => {
    expect(afterInbound(untouched, inbound('first', NOON))).toMatchObject({
      unreadCount: 1,
      waitingSinceAt: NOON,
      lastInboundAt: NOON,
      sortAt: NOON,
      lastMessage: { id: 'first' },
    })
  })

  it('waits since the first one nobody has answered', () => {
    const first = afterInbound(answered, inbound('first', NOON + SECOND_MS))
    const second = afterInbound({ ...untouched, ...first }, inbound('second', NOON + 5 * SECOND_MS))
    expect(second).toMatchObject({
      waitingSinceAt: NOON + SECOND_MS,
      unreadCount: 2,
      sortAt: NOON + 5 * SECOND_MS,
    })
  })

  it('moves lastInboundAt within one second of the provider’s clock', () => {
    const first = afterInbound(untouched, inbound('first', NOON, 1))
    const second = afterInbound({ ...untouched, ...first }, inbound('second', NOON, 2))
    expect(second.lastInboundAt).toBe(NOON + 1)
    expect(second).toMatchObject({ lastMessage: { id: 'second' }, lastMessageAt: NOON })
  })

  it('that came late shows its older text nowhere, but counts it', () => {
    const first = afterInbound(untouched, inbound('newer', NOON, 2))
    const second = afterInbound({ ...untouched, ...first }, inbound('older', NOON - 10 * SECOND_MS, 1))
    expect(second).toMatchObject({
      lastMessage: { id: 'newer' },
      lastMessageAt: NOON,
      lastInboundAt: NOON + 1,
      unreadCount: 2,
      waitingSinceAt: NOON - 10 * SECOND_MS,
    })
  })

  it('that came late within the same second keeps the higher number on show', () => {
    const first = afterInbound(untouched, inbound('second', NOON, 2))
    expect(afterInbound({ ...untouched, ...first }, inbound('first', NOON, 1)).lastMessage?.id).toBe('second')
  })

  it('keeps a later reply on show', () => {
    expect(afterInbound(answered, inbound('before', NOON - SECOND_MS)).lastMessage?.id).toBe('reply')
  })
})

describe('whatever its state, a conversation', () => {
  const states = [
    { state: 'archived' },
    { state: 'snoozed', snoozedUntilAt: NOON + DAY_MS },
    { state: 'empty' },
  ] as const

  it.each(states)('that is $state opens when the contact writes', (before) => {
    expect(afterInbound({ ...untouched, ...before }, inbound('new', NOON))).toMatchObject({
      state: 'open',
      snoozedUntilAt: null,
      unanswered: true,
    })
  })

  it.each(states)('that is $state opens when a member replies', (before) => {
    expect(afterOutbound({ ...untouched, ...before }, reply(NOON))).toMatchObject({
      state: 'open',
      snoozedUntilAt: null,
      unanswered: false,
    })
  })
})

describe('a blocked conversation after a reply that was on its way', () => {
  it('stays in the archive, and shows it', () => {
    const blocked = { ...answered, state: 'archived', blocked: true } as const
    const after = afterOutbound(blocked, reply(NOON + SECOND_MS))
    expect(after).toMatchObject({ state: 'archived', lastMessage: { direction: 'outbound' } })
  })
})

describe('a blocked conversation after an inbound message', () => {
  const blocked = { ...answered, state: 'archived', blocked: true } as const
  const after = afterInbound(blocked, inbound('unwanted', NOON + SECOND_MS))

  it('holds the message', () => {
    expect(after).toMatchObject({
      lastMessage: { id: 'unwanted' },
      lastMessageAt: NOON + SECOND_MS,
      lastInboundAt: NOON + SECOND_MS,
      sortAt: NOON + SECOND_MS,
    })
  })

  it('alerts nobody: it stays where it was, answered and read', () => {
    expect(after).toMatchObject({
      state: 'archived',
      snoozedUntilAt: null,
      unanswered: false,
      waitingSinceAt: null,
      unreadCount: 0,
    })
  })

  it('keeps the marks it had', () => {
    const marked = { ...blocked, unanswered: true, waitingSinceAt: AN_HOUR_AGO, unreadCount: 2 }
    expect(afterInbound(marked, inbound('unwanted', NOON))).toMatchObject({
      unanswered: true,
      waitingSinceAt: AN_HOUR_AGO,
      unreadCount: 2,
    })
  })
})

describe('a conversation after a reply', () => {
  const waiting = aConversation({
    lastInboundAt: NOON - SECOND_MS,
    waitingSinceAt: AN_HOUR_AGO,
    unreadCount: 3,
  })

  it('is open, answered and waits no longer', () => {
    expect(afterOutbound({ ...waiting, state: 'archived' }, reply(NOON))).toEqual({
      state: 'open',
      snoozedUntilAt: null,
      unanswered: false,
      waitingSinceAt: null,
      lastMessage: expect.objectContaining({ id: 'reply', deliveryStatus: 'queued' }) as unknown,
      lastMessageAt: NOON,
    })
  })

  it('of the very same moment is answered', () => {
    expect(afterOutbound({ ...waiting, lastInboundAt: NOON }, reply(NOON)).unanswered).toBe(false)
  })

  it('waits since the contact’s first message after that reply', () => {
    const since = NOON + 10 * SECOND_MS
    const wrote = { ...waiting, waitingSinceAt: since, lastInboundAt: NOON + 20 * SECOND_MS }
    expect(afterOutbound(wrote, reply(NOON))).toMatchObject({ unanswered: true, waitingSinceAt: since })
  })

  it('waits since the contact’s last message where he has written before and after', () => {
    const wrote = { ...waiting, waitingSinceAt: AN_HOUR_AGO, lastInboundAt: NOON + 20 * SECOND_MS }
    expect(afterOutbound(wrote, reply(NOON))).toMatchObject({
      unanswered: true,
      waitingSinceAt: NOON + 20 * SECOND_MS,
    })
  })

  it('keeps what a colleague has marked as answered', () => {
    const marked = { ...waiting, unanswered: false, waitingSinceAt: null, lastInboundAt: NOON + SECOND_MS }
    expect(afterOutbound(marked, reply(NOON))).toMatchObject({ unanswered: false, waitingSinceAt: null })
  })

  it('that left late keeps the contact’s later message on show', () => {
    const wrote = afterInbound(waiting, inbound('later', NOON + SECOND_MS))
    const after = afterOutbound({ ...waiting, ...wrote }, reply(NOON))
    expect(after).toMatchObject({ lastMessage: { id: 'later' }, lastMessageAt: NOON + SECOND_MS })
  })
})
