import { beforeEach, describe, expect, it } from 'vitest'
import { effectScope } from 'vue'
import { usePaneWidths } from '#web/features/inbox/usePaneWidths.ts'

function widthsAt(windowWidth: number): ReturnType<typeof usePaneWidths> {
  Object.defineProperty(window, 'innerWidth', { value: windowWidth, configurable: true })
  const widths = effectScope().run(usePaneWidths)
  if (!widths) throw new Error('the scope is active')
  return widths
}

beforeEach(() => {
  localStorage.clear()
})

describe('the widths of the panes', () => {
  it.each([
    [1920, 360, 320],
    [1440, 360, 320],
    [1439, 320, 304],
    [1144, 300, 320],
  ])('in a window of %i px are %i and %i', (windowWidth, list, card) => {
    const widths = widthsAt(windowWidth)
    expect([widths.list.width.value, widths.card.width.value]).toEqual([list, card])
  })

  it('are remembered until the standard is asked for again', () => {
    widthsAt(1440).list.width.value = 440
    const { list } = widthsAt(1440)
    expect(list.width.value).toBe(440)
    list.reset()
    expect(list.width.value).toBe(360)
    expect(widthsAt(1440).list.width.value).toBe(360)
  })

  it('remembered outside of their limits are forgotten', () => {
    localStorage.setItem('pact.width.list', '5000')
    localStorage.setItem('pact.width.card', 'wide')
    const { list, card } = widthsAt(1440)
    expect([list.width.value, card.width.value]).toEqual([360, 320])
  })
})
