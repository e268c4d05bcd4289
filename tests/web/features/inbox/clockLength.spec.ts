import { describe, expect, it } from 'vitest'
import { clockLength } from '#web/features/inbox/clockLength.ts'

describe('clockLength', () => {
  it.each([
    [0, '0:00'],
    [24.9, '0:24'],
    [75, '1:15'],
    [3599, '59:59'],
    [3725, '1:02:05'],
    [-3, '0:00'],
  ])('says %d seconds as a player does', (seconds, text) => {
    expect(clockLength(seconds)).toBe(text)
  })
})
