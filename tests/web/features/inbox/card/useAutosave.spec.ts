import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { effectScope, nextTick, ref } from 'vue'
import { useAutosave } from '#web/features/inbox/card/useAutosave.ts'

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

function doNothing(): void {}

function writing(store: (text: string) => Promise<void> = () => Promise.resolve()) {
  const stored = ref('было')
  const kept: string[] = []
  const scope = effectScope()
  const autosave = scope.run(() =>
    useAutosave(
      () => stored.value,
      (text) => {
        kept.push(text)
        return store(text)
      },
    ),
  )
  if (!autosave) throw new Error('the scope did not run')
  const type = (text: string) => {
    autosave.text.value = text
    autosave.onInput()
  }
  return { stored, kept, scope, autosave, type }
}

describe('a text that saves itself', () => {
  it('is saved once, when nobody writes on', async () => {
    const { kept, autosave, type } = writing()
    type('с')
    await vi.advanceTimersByTimeAsync(700)
    type('стало')
    await vi.advanceTimersByTimeAsync(700)
    expect(kept).toEqual([])
    await vi.advanceTimersByTimeAsync(100)
    expect(kept).toEqual(['стало'])
    expect(autosave.state.value).toBe('saved')
    await vi.advanceTimersByTimeAsync(3000)
    expect(autosave.state.value).toBe('idle')
  })

  it('is saved when one leaves', () => {
    const { kept, scope, type } = writing()
    type('стало')
    scope.stop()
    expect(kept).toEqual(['стало'])
  })

  it('takes a colleague’s change over, unless one writes', async () => {
    const { stored, autosave, type } = writing()
    stored.value = 'коллега'
    await nextTick()
    expect(autosave.text.value).toBe('коллега')
    type('моё')
    stored.value = 'снова коллега'
    await nextTick()
    expect(autosave.text.value).toBe('моё')
  })

  it('is saved once the server has it, and not before', async () => {
    let answer: () => void = doNothing
    const { stored, autosave, type } = writing(() => new Promise((resolve) => (answer = resolve)))
    type('стало')
    const saving = autosave.save()
    expect(autosave.state.value).toBe('saving')
    stored.value = 'коллега'
    await nextTick()
    expect(autosave.text.value).toBe('стало')
    answer()
    await saving
    expect(autosave.state.value).toBe('saved')
  })

  it('does not count as saved while more is being written', async () => {
    const answers: (() => void)[] = []
    const { kept, autosave, type } = writing(() => new Promise((resolve) => answers.push(resolve)))
    type('ста')
    void autosave.save()
    type('стало')
    answers[0]?.()
    await vi.advanceTimersByTimeAsync(0)
    expect(autosave.state.value).toBe('dirty')
    await vi.advanceTimersByTimeAsync(800)
    expect([kept, autosave.state.value]).toEqual([['ста', 'стало'], 'saving'])
  })

  it('says when it was not saved, keeps it, and saves it when one leaves', async () => {
    const { stored, kept, scope, autosave, type } = writing(() => Promise.reject(new Error('offline')))
    type('стало')
    await autosave.save()
    expect(autosave.state.value).toBe('failed')
    stored.value = 'коллега'
    await nextTick()
    expect(autosave.text.value).toBe('стало')
    scope.stop()
    expect(kept).toEqual(['стало', 'стало'])
  })
})
