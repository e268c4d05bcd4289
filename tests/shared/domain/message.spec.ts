import { describe, expect, it } from 'vitest'
import { compareMessages, deliveryStatusSchema, isDeliveryAdvance } from '#shared/domain/message.ts'
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
