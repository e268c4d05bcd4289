import { describe, expect, it } from 'vitest'
import { dividedWidth } from '#web/ui/dividedWidth.ts'

const list = { width: 360, least: 300, most: 480, grows: 'right' } as const
const card = { ...list, grows: 'left' } as const

describe('a divider moved by key', () => {
  it('goes where the arrow points, whichever side its pane is on', () => {
    expect(dividedWidth('ArrowRight', list)).toBe(376)
    expect(dividedWidth('ArrowLeft', list)).toBe(344)
    expect(dividedWidth('ArrowRight', card)).toBe(344)
    expect(dividedWidth('ArrowLeft', card)).toBe(376)
  })

  it('goes to its ends', () => {
    expect(dividedWidth('Home', list)).toBe(300)
    expect(dividedWidth('End', list)).toBe(480)
  })

  it('leaves other keys alone', () => {
    expect(dividedWidth('Enter', list)).toBeNull()
  })
})
