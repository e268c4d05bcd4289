import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { effectScope } from 'vue'
import type { EffectScope } from 'vue'
import { useVisibleArea } from '#web/features/frame/useVisibleArea.ts'

const viewport = Object.assign(new EventTarget(), { height: 844, offsetTop: 0, scale: 1 })
let scope: EffectScope

function show(change: Partial<Pick<typeof viewport, 'height' | 'offsetTop' | 'scale'>>): void {
  Object.assign(viewport, { height: 844, offsetTop: 0, scale: 1, ...change })
  viewport.dispatchEvent(new Event('resize'))
}

beforeEach(() => {
  Object.defineProperty(window, 'visualViewport', { value: viewport, configurable: true })
  Object.defineProperty(window, 'innerHeight', { value: 844, configurable: true })
  scope = effectScope()
})
afterEach(() => {
  scope.stop()
})

const area = () => scope.run(useVisibleArea)?.value

describe('the visible area', () => {
  it('is the whole page while there is no keyboard', () => {
    show({})
    expect(area()).toEqual({})
    show({ height: 790 })
    expect(area()).toEqual({})
  })

  it('is what a keyboard leaves, where the browser has put it', () => {
    const visible = scope.run(useVisibleArea)
    show({ height: 508, offsetTop: 40 })
    expect(visible?.value).toMatchObject({ position: 'fixed', top: '40px', height: '508px' })
    show({})
    expect(visible?.value).toEqual({})
  })

  it('is not what a zoomed page shows', () => {
    show({ height: 422, scale: 2 })
    expect(area()).toEqual({})
  })
})
