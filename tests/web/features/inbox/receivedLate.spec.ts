import { describe, expect, it } from 'vitest'
import { MINUTE_MS } from '#shared/domain/time.ts'
import { aMessage } from '#tests/builders/aMessage.ts'
import { NOON } from '#tests/builders/moments.ts'
import { receivedLate } from '#web/features/inbox/receivedLate.ts'

const received = (afterMs: number, direction: 'inbound' | 'outbound' = 'inbound') =>
  receivedLate(aMessage({ direction, sentAt: NOON, createdAt: NOON + afterMs }))

describe('receivedLate', () => {
  it('marks what was on its way for more than five minutes', () => {
    expect(received(5 * MINUTE_MS + 1)).toBe(true)
    expect(received(5 * MINUTE_MS)).toBe(false)
    expect(received(-1000)).toBe(false)
  })

  it('is about what contacts write', () => {
    expect(received(60 * MINUTE_MS, 'outbound')).toBe(false)
  })
})
