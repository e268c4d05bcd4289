import { describe, expect, it } from 'vitest'
import { filledIn } from '#shared/domain/template.ts'

const anna = { name: 'Анна', phone: '+79990000001' }

describe('a template filled in', () => {
  it.each([
    ['the name', 'Здравствуйте, @name@.', anna, 'Здравствуйте, Анна.'],
    ['every place of the name', '@name@, @name@', anna, 'Анна, Анна'],
    ['the phone of somebody without a name', '@name@?', { ...anna, name: ' ' }, '+79990000001?'],
    ['nothing for somebody unknown', 'Да, @name@', { name: '', phone: '' }, 'Да, '],
    ['a name with signs of its own as text', '@name@', { ...anna, name: "$& $' {{ 1 }}" }, "$& $' {{ 1 }}"],
    ['a name that looks like a variable once', '@name@!', { ...anna, name: '@name@' }, '@name@!'],
    ['anything else as it stands', '@phone@ {name} <b>', anna, '@phone@ {name} <b>'],
  ])('takes %s', (_case, text, contact, filled) => {
    expect(filledIn(text, contact)).toBe(filled)
  })
})
