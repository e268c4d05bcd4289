import { afterEach, describe, expect, it } from 'vitest'
import { defineTexts } from '#web/ui/defineTexts.ts'
import { setLanguage } from '#web/ui/i18n.ts'

const t = defineTexts('trial', {
  ru: {
    hello: 'Здравствуйте, {name}',
    left: 'осталась {n} попытка | осталось {n} попытки | осталось {n} попыток',
  },
  en: { hello: 'Hello, {name}', left: '{n} attempt left | {n} attempts left' },
})

describe('texts', () => {
  afterEach(() => {
    setLanguage('ru')
  })

  it('are said in the page’s language', () => {
    expect(t('hello', { name: 'Анна' })).toBe('Здравствуйте, Анна')
    setLanguage('en')
    expect(t('hello', { name: 'Anna' })).toBe('Hello, Anna')
    expect(document.documentElement.lang).toBe('en')
  })

  it('are not turned about by a name in them', () => {
    expect(t('hello', { name: '\u202eАнна\u2066' })).toBe('Здравствуйте, Анна')
  })

  it.each([
    [1, 'осталась 1 попытка'],
    [3, 'осталось 3 попытки'],
    [5, 'осталось 5 попыток'],
    [11, 'осталось 11 попыток'],
    [21, 'осталась 21 попытка'],
  ])('count %i in Russian', (n, text) => {
    expect(t('left', { n }, n)).toBe(text)
  })

  it('count in English', () => {
    setLanguage('en')
    expect([1, 2].map((n) => t('left', { n }, n))).toEqual(['1 attempt left', '2 attempts left'])
  })
})
