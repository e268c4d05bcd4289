import { beforeEach, describe, expect, it } from 'vitest'
import { noteEmoji, recentEmoji } from '#web/features/emoji/recentEmoji.ts'

beforeEach(() => {
  localStorage.clear()
})

describe('recent emoji', () => {
  it('are none at first', () => {
    expect(recentEmoji()).toEqual([])
  })

  it('are kept newest first, each once', () => {
    for (const emoji of ['👍', '🙏', '👍']) noteEmoji(emoji)
    expect(recentEmoji()).toEqual(['👍', '🙏'])
  })

  it('are no more than three rows', () => {
    for (let at = 0; at < 30; at++) noteEmoji(String.fromCodePoint(0x1f600 + at))
    expect(recentEmoji()).toHaveLength(24)
    expect(recentEmoji()[0]).toBe(String.fromCodePoint(0x1f600 + 29))
  })
})
