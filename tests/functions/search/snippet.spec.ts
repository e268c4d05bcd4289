import { describe, expect, it } from 'vitest'
import { snippet } from '#functions/search/snippet.ts'
import { stemOf } from '#functions/search/stems.ts'

const marked = (text: string, ...words: string[]) => {
  const found = snippet(text, words.map(stemOf))
  return found.ranges.map(({ start, end }) => found.snippet.slice(start, end))
}

describe('snippet', () => {
  it('marks other forms of the words, too', () => {
    expect(marked('Где мой заказ? Заказы обычно приходят за день', 'заказами', 'день')).toEqual([
      'заказ',
      'Заказы',
      'день',
    ])
  })

  it('is cut around the first of them, between words', () => {
    const text = `${'очень длинное вступление '.repeat(20)}а потом заказ${' и ещё слова'.repeat(40)}`
    const found = snippet(text, [stemOf('заказ')])
    expect(found.snippet).toMatch(/^…\p{L}+ .*заказ и ещё/u)
    expect(found.snippet.length).toBeLessThan(150)
    expect(marked(text, 'заказ')).toEqual(['заказ'])
  })

  it('marks words where they stand, after letters of two units and marks of their own', () => {
    expect(marked('😀 «Ёлка» 🎄 ёлки', 'елка')).toEqual(['Ёлка', 'ёлки'])
    expect(marked('е\u0308лка растёт', 'расти', 'ёлка')).toEqual(['е\u0308лка'])
  })

  it('is one line', () => {
    expect(snippet('Заказ\nготов', [stemOf('заказ')]).snippet).toBe('Заказ готов')
  })
})
