import { describe, expect, it } from 'vitest'
import { foundTemplates } from '#web/features/templates/foundTemplates.ts'
import { aTemplate } from '#tests/builders/aTemplate.ts'

const greeting = aTemplate({ name: 'Приветствие', text: 'Здравствуйте, @name@', lastUsedAt: 2 })
const delivery = aTemplate({ name: 'Сроки доставки', text: 'Привезём за два дня', lastUsedAt: 1 })
const address = aTemplate({ name: 'Адрес', text: 'Тёплый стан, 4' })
const all = [address, delivery, greeting]

function namesFound(query: string): string[] {
  return foundTemplates(all, query).map(({ name }) => name)
}

describe('templates that match a query', () => {
  it('are all of them for none, those used last first', () => {
    expect(namesFound('')).toEqual(['Приветствие', 'Сроки доставки', 'Адрес'])
  })

  it('are found by the beginning of the name before words of the text', () => {
    expect(namesFound('прив')).toEqual(['Приветствие', 'Сроки доставки'])
  })

  it('are found by a later word of the name', () => {
    expect(namesFound('ДОСТ')).toEqual(['Сроки доставки'])
  })

  it('are found by «е» where «ё» is written', () => {
    expect(namesFound('теплый')).toEqual(['Адрес'])
  })

  it('are none for what nobody wrote', () => {
    expect(namesFound('самовывоз')).toEqual([])
  })
})
