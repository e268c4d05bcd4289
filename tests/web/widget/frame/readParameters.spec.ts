import { describe, expect, it } from 'vitest'
import { readParameters } from '../../../../web/widget/frame/readParameters.ts'

const read = (query: string) => readParameters(`https://pact.example/widget-frame.html?${query}`, 'ru-RU')

describe('the frame’s address', () => {
  it('names widget, page and language', () => {
    expect(read('widget=w1&host=https%3A%2F%2Fshop.example&lang=en')).toEqual({
      widgetId: 'w1',
      language: 'en',
      hostOrigin: 'https://shop.example',
      colour: '',
      theme: 'system',
    })
  })

  it('may name theme and colour', () => {
    expect(read('theme=dark&colour=%238a4b2a')).toMatchObject({ theme: 'dark', colour: '#8a4b2a' })
  })

  it('says nothing by what it cannot mean', () => {
    expect(read('theme=pink&colour=red')).toMatchObject({ theme: 'system', colour: '' })
  })
})
