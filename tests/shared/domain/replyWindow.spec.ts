import { describe, expect, it } from 'vitest'
import { replyWindowLeft } from '#shared/domain/replyWindow.ts'
import { HOUR_MS } from '#shared/domain/time.ts'
import { AN_HOUR_AGO } from '#tests/builders/moments.ts'

const day = { replyWindowMs: 24 * HOUR_MS }
const wrote = { lastInboundAt: AN_HOUR_AGO }

describe('the reply window', () => {
  it('is as long as the channel says, from the last message of the contact', () => {
    expect(replyWindowLeft(day, wrote, AN_HOUR_AGO + HOUR_MS)).toBe(23 * HOUR_MS)
  })

  it('is closed at its very end, and after it', () => {
    expect(replyWindowLeft(day, wrote, AN_HOUR_AGO + 24 * HOUR_MS - 1)).toBe(1)
    expect(replyWindowLeft(day, wrote, AN_HOUR_AGO + 24 * HOUR_MS)).toBe(0)
    expect(replyWindowLeft(day, wrote, AN_HOUR_AGO + 48 * HOUR_MS)).toBe(0)
  })

  it('is closed before he has written anything', () => {
    expect(replyWindowLeft(day, { lastInboundAt: null }, AN_HOUR_AGO)).toBe(0)
  })

  it('never closes where the channel has none', () => {
    expect(replyWindowLeft({ replyWindowMs: null }, { lastInboundAt: null }, AN_HOUR_AGO)).toBe(Infinity)
  })
})
