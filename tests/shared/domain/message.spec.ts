import { describe, expect, it } from 'vitest'
import {
  compareMessages,
  deliveryAt,
  deliveryStatusSchema,
  isDeliveryAdvance,
} from '#shared/domain/message.ts'
import type { DeliveryStatus } from '#shared/domain/message.ts'

/** From each state, the states that may replace it. Whatever is not named may not. */
const MAY_BECOME: Readonly<Record<DeliveryStatus, readonly DeliveryStatus[]>> = {
  queued: ['sending', 'uncertain', 'sent', 'delivered', 'read', 'failed'],
  sending: ['uncertain', 'sent', 'delivered', 'read', 'failed'],
  uncertain: ['sent', 'delivered', 'read', 'failed'],
  sent: ['delivered', 'read', 'failed'],
  delivered: ['read'],
  read: [],
  failed: ['sent', 'delivered', 'read'],
}

const statuses = deliveryStatusSchema.options
const pairs = statuses.flatMap((current) => statuses.map((next) => [current, next] as const))

describe('a delivery state', () => {
  it.each(pairs)('that is %s: is %s an advance', (current, next) => {
    expect(isDeliveryAdvance(current, next)).toBe(MAY_BECOME[current].includes(next))
  })

  it('never replaces itself', () => {
    expect(statuses.filter((status) => isDeliveryAdvance(status, status))).toEqual([])
  })

  it('never comes back once it was left, but out of a failure', () => {
    const cycles = pairs.filter(([a, b]) => isDeliveryAdvance(a, b) && isDeliveryAdvance(b, a))
    expect(cycles).toEqual([
      ['sent', 'failed'],
      ['failed', 'sent'],
    ])
  })
})

describe('the order of messages', () => {
  const NINE = Date.UTC(2026, 10, 20, 9)
  const at = (id: string, sentAt: number, sequence = 0, createdAt = NINE) => ({
    id,
    sentAt,
    sequence,
    createdAt,
  })
  const ordered = (messages: ReturnType<typeof at>[]) =>
    [...messages].sort(compareMessages).map(({ id }) => id)

  it('is the provider’s time, whatever came first to us', () => {
    expect(ordered([at('later', NINE + 1000, 1, NINE), at('earlier', NINE, 9, NINE + 5000)])).toEqual([
      'earlier',
      'later',
    ])
  })

  it('is the provider’s sequence within one second, by number', () => {
    expect(ordered([at('tenth', NINE, 10, NINE), at('ninth', NINE, 9, NINE + 1)])).toEqual(['ninth', 'tenth'])
  })

  it('is the receive time where time and sequence are equal', () => {
    expect(ordered([at('a', NINE, 0, NINE + 2), at('b', NINE, 0, NINE + 1)])).toEqual(['b', 'a'])
  })

  it('is the id where all else is equal, so that every browser shows the same', () => {
    expect(ordered([at('c', NINE), at('a', NINE), at('b', NINE)])).toEqual(['a', 'b', 'c'])
  })

  it('calls only the same message equal', () => {
    expect(compareMessages(at('a', NINE), at('a', NINE))).toBe(0)
  })
})

describe('a delivery at a moment', () => {
  it('keeps the moments of what was reached before', () => {
    const sent = deliveryAt(undefined, { status: 'sent' }, 1)
    const delivered = deliveryAt(sent, { status: 'delivered' }, 2)
    expect(deliveryAt(delivered, { status: 'read' }, 3)).toEqual({
      status: 'read',
      sentAt: 1,
      deliveredAt: 2,
      readAt: 3,
    })
  })

  it('leaves a reason behind that holds no more', () => {
    const failed = deliveryAt(undefined, { status: 'failed', reason: 'expired', detail: 'x' }, 1)
    expect(failed).toEqual({ status: 'failed', reason: 'expired', detail: 'x', failedAt: 1 })
    expect(deliveryAt(failed, { status: 'sent' }, 2)).toEqual({ status: 'sent', failedAt: 1, sentAt: 2 })
  })

  it('has none while nothing is settled', () => {
    expect(deliveryAt(undefined, { status: 'uncertain', reason: 'interrupted' }, 1)).toEqual({
      status: 'uncertain',
      reason: 'interrupted',
    })
  })
})
