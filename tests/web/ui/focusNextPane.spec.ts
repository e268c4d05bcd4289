import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { focusNextPane } from '#web/ui/focusNextPane.ts'

const PAGE = `
  <nav data-pane><a id="other" href="/a">A</a><a id="current" href="/b" aria-current="page">B</a></nav>
  <main>
    <section data-pane><button>Фильтр</button><a id="row" href="/c" tabindex="0">Анна</a></section>
    <div id="edge" tabindex="0"></div>
    <div data-pane style="visibility: hidden"><article id="hidden" tabindex="0"></article></div>
    <div data-pane><button id="attach">Файл</button><textarea id="composer"></textarea></div>
    <aside data-pane id="empty" tabindex="-1"></aside>
  </main>`

// Nothing is laid out here: whatever is there counts as shown.
beforeAll(() =>
  vi.spyOn(HTMLElement.prototype, 'getClientRects').mockReturnValue({ length: 1 } as DOMRectList),
)
afterAll(() => vi.restoreAllMocks())
beforeEach(() => {
  document.body.innerHTML = PAGE
})

const focused = () => document.activeElement?.id

describe('going from pane to pane', () => {
  it('visits what is current in each, and comes round', () => {
    const visited = Array.from({ length: 5 }, () => {
      focusNextPane(1)
      return focused()
    })
    expect(visited).toEqual(['current', 'row', 'composer', 'empty', 'current'])
  })

  it('goes back as well', () => {
    document.querySelector<HTMLElement>('#composer')?.focus()
    focusNextPane(-1)
    expect(focused()).toBe('row')
  })
})
