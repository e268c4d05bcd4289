import { describe, expect, it } from 'vitest'
import { truncate } from '#shared/domain/truncate.ts'

describe('a text cut off', () => {
  it.each([
    ['what is short enough whole', 'аб', 2, 'аб'],
    ['the beginning of what is longer', 'абв', 2, 'аб'],
    ['whole characters, where a pair would be cut', 'а🚲', 2, 'а'],
    ['a pair that fits', 'а🚲б', 3, 'а🚲'],
    ['nothing of nothing', '', 5, ''],
  ])('keeps %s', (_name, text, length, kept) => {
    expect(truncate(text, length)).toBe(kept)
  })
})
