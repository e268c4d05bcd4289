import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { startLoader } from '../../../../web/widget/loader/startLoader.ts'

const ORIGIN = 'https://pact.example'

function script(colour = ''): HTMLScriptElement {
  const element = document.createElement('script')
  Object.defineProperty(element, 'src', { value: `${ORIGIN}/widget.js` })
  element.dataset['widget'] = 'w1'
  element.dataset['lang'] = 'en'
  if (colour) element.dataset['colour'] = colour
  return element
}

const hosts = () => [...document.body.children].filter(({ shadowRoot }) => shadowRoot)
const shadow = () => hosts()[0]?.shadowRoot ?? new DocumentFragment()
const button = () => shadow().querySelector('button') ?? document.createElement('button')
const frames = () => shadow().querySelectorAll('iframe')

/** Its ground and the text on it. */
function dress(): string[] {
  const host = hosts()[0]
  if (!(host instanceof HTMLElement)) return []
  return ['--brand', '--on-brand'].map((name) => host.style.getPropertyValue(name))
}

/** Stands for the frame's window: no page is loaded here. */
const frameWindow = { postMessage: vi.fn() }

/** What a window says, claiming to be of an origin. */
function say(data: unknown, origin: string, source: unknown): void {
  const event = new MessageEvent('message', { data, origin })
  Object.defineProperty(event, 'source', { value: source })
  window.dispatchEvent(event)
}

beforeEach(() => {
  // The DOM at hand says of every frame that it loads none.
  vi.spyOn(console, 'error').mockImplementation(() => undefined)
  Object.defineProperty(HTMLIFrameElement.prototype, 'contentWindow', {
    value: frameWindow,
    configurable: true,
  })
})
afterEach(() => {
  vi.restoreAllMocks()
  window.PactWidget?.destroy()
  localStorage.clear()
})

describe('the loader', () => {
  it('puts one button on the page, however often its code stands there', () => {
    startLoader(script())
    startLoader(script())
    expect(hosts()).toHaveLength(1)
    expect(button().getAttribute('aria-label')).toBe('Open chat')
  })

  it('makes no frame before the first opening', () => {
    startLoader(script())
    expect(frames()).toHaveLength(0)
    button().click()
    expect(frames()).toHaveLength(1)
    expect(frames()[0]?.title).toBe('Chat')
    expect(button().getAttribute('aria-expanded')).toBe('true')
    button().click()
    window.PactWidget?.open()
    expect(frames()).toHaveLength(1)
  })

  it('makes the frame at once on a page after a conversation', () => {
    startLoader(script())
    window.PactWidget?.open()
    say({ pactWidget: 'conversation' }, ORIGIN, frameWindow)
    window.PactWidget?.destroy()
    startLoader(script())
    expect(frames()).toHaveLength(1)
    expect(button().getAttribute('aria-expanded')).toBe('false')
  })

  it('shows how many answers are unread', () => {
    startLoader(script())
    window.PactWidget?.open()
    window.PactWidget?.close()
    say({ pactWidget: 'unread', count: 12 }, ORIGIN, frameWindow)
    expect(shadow().querySelector('.badge')?.textContent).toBe('9+')
    expect(button().getAttribute('aria-label')).toBe('Open chat, new messages: 12')
  })

  it('hears the frame only, and only from its own origin', () => {
    startLoader(script())
    window.PactWidget?.open()
    say({ pactWidget: 'unread', count: 1 }, 'https://evil.example', frameWindow)
    expect(frameWindow.postMessage).toHaveBeenLastCalledWith({ pactWidget: 'opened' }, ORIGIN)
    say({ pactWidget: 'close' }, ORIGIN, window)
    expect(shadow().querySelector('.badge')?.textContent).toBe('')
    expect(button().getAttribute('aria-expanded')).toBe('true')
  })

  it('closes by Escape and when the frame says so, and gives the focus back', () => {
    startLoader(script())
    window.PactWidget?.open()
    say({ pactWidget: 'close' }, ORIGIN, frameWindow)
    expect(button().getAttribute('aria-expanded')).toBe('false')
    window.PactWidget?.open()
    document.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape' }))
    expect(button().getAttribute('aria-expanded')).toBe('false')
  })

  it('wears the colour of the site’s code, with text that can be read on it', () => {
    startLoader(script('#ffd400'))
    expect(dress()).toEqual(['#ffd400', '#000000'])
    window.PactWidget?.open()
    say({ pactWidget: 'colour', colour: '#0b6670' }, ORIGIN, frameWindow)
    expect(dress()).toEqual(['#ffd400', '#000000'])
  })

  it('wears the channel’s colour where the code names none, on the next page at once', () => {
    startLoader(script())
    window.PactWidget?.open()
    say({ pactWidget: 'colour', colour: '#0b6670' }, ORIGIN, frameWindow)
    expect(dress()).toEqual(['#0b6670', '#ffffff'])
    window.PactWidget?.destroy()
    startLoader(script())
    expect(dress()).toEqual(['#0b6670', '#ffffff'])
  })

  it('leaves nothing behind when destroyed, and can come again', () => {
    startLoader(script())
    window.PactWidget?.destroy()
    expect(hosts()).toHaveLength(0)
    expect(window.PactWidget).toBeUndefined()
    startLoader(script())
    expect(hosts()).toHaveLength(1)
  })
})
