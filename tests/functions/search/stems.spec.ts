import { describe, expect, it } from 'vitest'
import { stemOf, stemsOf } from '#functions/search/stems.ts'

describe('stems', () => {
  it('are the same for all forms of a word', () => {
    const forms = ['Заказ', 'заказа', 'ЗАКАЗАМИ', 'заказы'].map(stemOf)
    expect(new Set(forms).size).toBe(1)
    expect(new Set(['delivery', 'Deliveries'].map(stemOf)).size).toBe(1)
  })

  it('know ё and е, and letters with marks, for one', () => {
    expect(stemOf('ещё')).toBe(stemOf('еще'))
    expect(stemOf('тёплый')).toBe(stemOf('теплый'))
    expect(stemOf('café')).toBe(stemOf('cafe'))
    expect(stemOf('е\u0308лка')).toBe(stemOf('ёлка'))
  })

  it('know endings by their й', () => {
    expect(stemOf('умный')).toBe(stemOf('умная'))
  })

  it('leave out what is in every message', () => {
    expect(stemsOf('И мы как раз на the way', 100)).toEqual(['раз', 'way'])
  })

  it('keep numbers as they are', () => {
    expect(stemsOf('Заказ № 10452, 2 шт', 100)).toEqual(['заказ', '10452', 'шт'])
  })

  it('are told once each, up to so many', () => {
    expect(stemsOf('доставка доставки доставкой', 100)).toHaveLength(1)
    const text = Array.from({ length: 500 }, (_, at) => `слово${String(at)}`).join(' ')
    expect(stemsOf(text, 100)).toHaveLength(100)
  })

  it('of a word without an end, or of letters under a hundred marks, are short', () => {
    expect(stemOf('я'.repeat(100_000)).length).toBeLessThanOrEqual(40)
    expect(stemOf(`з${'\u0301'.repeat(5000)}аказ`).length).toBeLessThanOrEqual(40)
  })
})
