import { describe, expect, it } from 'vitest'
import { emojiCalled, emojiGroupNames, emojiOfGroup, foundEmoji } from '#web/features/emoji/emojiList.ts'

function found(query: string): string[] {
  return foundEmoji(query, 100).map(({ emoji }) => emoji)
}

describe('emoji', () => {
  it('stand in nine groups, each with some of its kind', () => {
    const samples = ['😀', '👍️', '🐶', '🍕', '🚗', '⚽️', '📎', '♻️', '🇷🇺']
    const group = (emoji: string) =>
      emojiGroupNames.find((name) => emojiOfGroup(name).some((each) => each.emoji === emoji))
    expect(samples.map(group)).toEqual([...emojiGroupNames])
  })

  it('are no more than the fonts of two years ago can draw', () => {
    expect(emojiCalled('🫩')).toBeUndefined()
    expect(emojiCalled('🫨')).toBeDefined()
  })

  it('are found by Russian and English words', () => {
    expect(found('сердце')).toContain('❤️')
    expect(found('heart')).toContain('❤️')
  })

  it('are found by the beginning of a word, not by its middle', () => {
    expect(found('пицц')).toContain('🍕')
    expect(found('ицца')).not.toContain('🍕')
  })

  it('are found by every word that is asked for', () => {
    expect(found('красное сердце')).toContain('❤️')
    expect(found('красное сердце')).not.toContain('💙')
  })

  it('are found by «ё» and «е» alike', () => {
    expect(found('смеется')).toEqual(found('смеётся'))
    expect(found('смеётся').length).toBeGreaterThan(0)
  })

  it('are no more than asked for, and none for nonsense', () => {
    expect(foundEmoji('лицо', 5)).toHaveLength(5)
    expect(found('ъъъ')).toEqual([])
  })

  it('are found by themselves', () => {
    expect(found('🍕')).toEqual(['🍕'])
  })
})
