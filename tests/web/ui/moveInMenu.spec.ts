import { beforeEach, describe, expect, it } from 'vitest'
import { moveInMenu } from '#web/ui/moveInMenu.ts'

function press(key: string): string {
  const from = document.activeElement ?? document.body
  from.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }))
  return document.activeElement?.textContent ?? ''
}

describe('moveInMenu', () => {
  beforeEach(() => {
    document.body.innerHTML =
      '<div role="menu" tabindex="-1"><button role="menuitem">a</button><button role="menuitem" disabled>b</button><button role="menuitemradio">c</button></div>'
    const menu = document.querySelector<HTMLElement>('[role="menu"]')
    menu?.addEventListener('keydown', moveInMenu)
    menu?.focus()
  })

  it('goes down past what is disabled and around', () => {
    expect([press('ArrowDown'), press('ArrowDown'), press('ArrowDown')]).toEqual(['a', 'c', 'a'])
  })

  it('goes up from the top to the end', () => {
    expect([press('ArrowUp'), press('ArrowUp')]).toEqual(['c', 'a'])
  })

  it('jumps to both ends', () => {
    expect([press('End'), press('Home')]).toEqual(['c', 'a'])
  })

  it('leaves other keys alone', () => {
    press('Home')
    expect(press('x')).toBe('a')
  })
})
