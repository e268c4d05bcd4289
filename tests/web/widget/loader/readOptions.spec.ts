import { describe, expect, it } from 'vitest'
import { frameAddress, readOptions } from '../../../../web/widget/loader/readOptions.ts'

function script(data: Record<string, string>): HTMLScriptElement {
  const element = document.createElement('script')
  // Set as a property alone: nothing is fetched.
  Object.defineProperty(element, 'src', { value: 'https://pact.example/widget.js?v=1' })
  Object.assign(element.dataset, data)
  return element
}

describe('the code on a site', () => {
  it('names the widget; the rest has a default', () => {
    expect(readOptions(script({ widget: 'w1' }), 'ru-RU')).toEqual({
      widgetId: 'w1',
      language: 'ru',
      theme: '',
      colour: '',
      origin: 'https://pact.example',
    })
  })

  it('may choose language and colour', () => {
    const options = readOptions(script({ widget: 'w1', lang: 'en', colour: '#8a4b2a' }), 'ru-RU')
    expect(options).toMatchObject({ language: 'en', colour: '#8a4b2a' })
  })

  it('is nothing without a widget, and a colour that is none is left out', () => {
    expect(readOptions(script({}), 'ru')).toBeNull()
    expect(readOptions(script({ widget: 'w1', colour: 'red' }), 'ru')?.colour).toBe('')
  })

  it('tells the frame the origin of its page and nothing else of it', () => {
    const options = readOptions(script({ widget: 'w&1' }), 'ru')
    if (!options) throw new Error('readable')
    const { searchParams, origin, pathname } = new URL(frameAddress(options, 'https://shop.example'))
    expect(`${origin}${pathname}`).toBe('https://pact.example/widget-frame.html')
    expect(Object.fromEntries(searchParams)).toEqual({
      widget: 'w&1',
      lang: 'ru',
      host: 'https://shop.example',
    })
  })

  it('gives its colour to the frame', () => {
    const options = readOptions(script({ widget: 'w1', colour: '#8a4b2a' }), 'ru')
    if (!options) throw new Error('readable')
    expect(new URL(frameAddress(options, 'https://shop.example')).searchParams.get('colour')).toBe('#8a4b2a')
  })
})
