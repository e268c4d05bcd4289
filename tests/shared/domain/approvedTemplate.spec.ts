import { describe, expect, it } from 'vitest'
import { areValuesFor, filledTemplate, templateParts } from '#shared/domain/approvedTemplate.ts'
import { anApprovedTemplate } from '#tests/builders/anApprovedTemplate.ts'

const template = anApprovedTemplate()

describe('a filled template', () => {
  it('has each value in the place of its variable', () => {
    expect(filledTemplate(template, ['Анна', '17'])).toBe('Здравствуйте, Анна. Заказ 17 готов.')
  })

  it('takes a value for text, even one that looks like a variable', () => {
    const values = ['{{номер заказа}}', '$& <b>']
    expect(filledTemplate(template, values)).toBe('Здравствуйте, {{номер заказа}}. Заказ $& <b> готов.')
  })

  it('repeats a value where its variable is repeated', () => {
    const twice = anApprovedTemplate({ body: '{{имя}}, {{ имя }}', variables: ['имя'] })
    expect(filledTemplate(twice, ['Анна'])).toBe('Анна, Анна')
  })

  it('leaves what is no variable as it stands', () => {
    const body = 'Скидка {{20 %}} по коду {{{код}}'
    expect(filledTemplate(anApprovedTemplate({ body, variables: ['код'] }), ['А1'])).toBe(
      'Скидка {{20 %}} по коду {А1',
    )
  })

  it('is taken apart without losing a letter', () => {
    expect(templateParts(template)).toEqual([
      { text: 'Здравствуйте, ' },
      { variable: 0 },
      { text: '. Заказ ' },
      { variable: 1 },
      { text: ' готов.' },
    ])
  })
})

describe('values', () => {
  it.each([
    ['one for each variable', ['Анна', '17'], true],
    ['too few', ['Анна'], false],
    ['too many', ['Анна', '17', '1'], false],
    ['a blank one', ['Анна', ' '], false],
    ['one with a line break', ['Анна', '1\n7'], false],
    ['one that is too long', ['Анна', 'я'.repeat(1001)], false],
  ])('%s', (_name, values, are) => {
    expect(areValuesFor(template, values)).toBe(are)
  })
})
