import { describe, expect, it } from 'vitest'
import { smsParts } from '#tools/simulators/sms/smsParts.ts'

describe('smsParts', () => {
  it.each([
    ['', 1],
    ['a'.repeat(160), 1],
    ['a'.repeat(161), 2],
    ['я'.repeat(70), 1],
    ['я'.repeat(71), 2],
    ['я'.repeat(67 * 3 + 1), 4],
  ])('bills %j as %i', (text, parts) => {
    expect(smsParts(text)).toBe(parts)
  })
})
