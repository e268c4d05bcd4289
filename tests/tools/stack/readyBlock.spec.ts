import { describe, expect, it } from 'vitest'
import { readyBlock } from '#tools/stack/readyBlock.ts'

const facts = { base: 5100, rebuilds: false, demo: { hasPeople: true, widgetId: 'a1' } }
const lines = (block: string): string[] => block.trim().split('\n')

describe('readyBlock', () => {
  it('begins with the word and the address', () => {
    expect(lines(readyBlock(facts))[0]).toBe('ready        Pact is at http://127.0.0.1:5100')
  })

  it("names Vite's address while it serves the page", () => {
    expect(lines(readyBlock({ ...facts, rebuilds: true }))[0]).toContain('http://127.0.0.1:5113')
  })

  it('names the demo phones and the site with the widget', () => {
    const block = readyBlock(facts)
    expect(block).toContain('+79990000001  Ольга Нечаева, admin')
    expect(block).toContain('http://127.0.0.1:5100/widget-demo.html?widget=a1')
  })

  it('without demo data says how to begin', () => {
    const block = readyBlock({ ...facts, demo: { hasPeople: false, widgetId: '' } })
    expect(block).toContain('a new one founds a company')
    expect(block).not.toContain('+7999')
  })
})
