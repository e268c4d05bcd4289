import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { effectScope } from 'vue'
import type { EffectScope } from 'vue'
import { useFrameKeys } from '#web/features/frame/useFrameKeys.ts'
import { setLetters } from '#web/stores/letterKeys.ts'

let told: string[]
let scope: EffectScope

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['performance'] })
  told = []
  scope = effectScope()
  scope.run(() => {
    useFrameKeys({
      search: () => told.push('search'),
      help: () => told.push('help'),
      openSection: (at) => told.push(`section ${String(at)}`),
    })
  })
})
afterEach(() => {
  scope.stop()
  setLetters(true)
  vi.useRealTimers()
  document.body.innerHTML = ''
})

function press(code: string, change: KeyboardEventInit = {}, target: EventTarget = document.body): boolean {
  return !target.dispatchEvent(
    new KeyboardEvent('keydown', { code, bubbles: true, cancelable: true, ...change }),
  )
}

describe('the keys of every section', () => {
  it('open the command bar and the table, whatever letter the layout has there', () => {
    press('KeyK', { ctrlKey: true, key: 'л' })
    press('KeyK', { metaKey: true })
    press('Slash', { key: '.' })
    press('Slash', { shiftKey: true })
    expect(told).toEqual(['search', 'search', 'search', 'help'])
  })

  it('go to a section by G and its number, the tenth by 0', () => {
    for (const code of ['KeyG', 'Digit1', 'KeyG', 'Digit9', 'KeyG', 'Digit0']) press(code)
    expect(told).toEqual(['section 0', 'section 8', 'section 9'])
  })

  it('take a digit for nothing where G was not pressed just before', () => {
    press('Digit2')
    press('KeyG')
    vi.advanceTimersByTime(2000)
    press('Digit2')
    press('KeyG')
    press('KeyX')
    press('Digit2')
    expect(told).toEqual([])
  })

  it('leave letters to text fields, but not Ctrl K', () => {
    document.body.innerHTML = '<textarea></textarea>'
    const area = document.querySelector('textarea') ?? document.body
    expect([press('Slash', {}, area), press('KeyG', {}, area)]).toEqual([false, false])
    press('KeyK', { ctrlKey: true }, area)
    expect(told).toEqual(['search'])
  })

  it('do nothing by letters once they are switched off', () => {
    setLetters(false)
    for (const code of ['Slash', 'KeyG', 'Digit1']) press(code)
    press('KeyK', { ctrlKey: true })
    expect(told).toEqual(['search'])
  })

  it('leave an open dialog alone', () => {
    document.body.innerHTML = '<div class="v-overlay--active"></div>'
    press('KeyK', { ctrlKey: true })
    expect(told).toEqual([])
  })
})
