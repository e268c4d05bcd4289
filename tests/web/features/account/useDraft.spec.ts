import { describe, expect, it } from 'vitest'
import { nextTick, ref } from 'vue'
import { useDraft } from '#web/features/account/useDraft.ts'

describe('a draft', () => {
  it('follows what is stored until it is touched', () => {
    const stored = ref('Ольга')
    const { draft, isChanged } = useDraft(() => stored.value)
    stored.value = 'Ольга Н'
    expect([draft.value, isChanged.value]).toEqual(['Ольга Н', false])
    draft.value = 'Ирина'
    stored.value = 'Ольга Нечаева'
    expect([draft.value, isChanged.value]).toEqual(['Ирина', true])
  })

  it('is unchanged when the old value is typed again, and when it was saved', async () => {
    const stored = ref(false)
    const { draft, isChanged } = useDraft(() => stored.value)
    draft.value = true
    expect(isChanged.value).toBe(true)
    draft.value = false
    expect(isChanged.value).toBe(false)
    draft.value = true
    stored.value = true
    await nextTick()
    expect(isChanged.value).toBe(false)
    stored.value = false
    expect(draft.value).toBe(false)
  })

  it('goes back to what is stored', () => {
    const { draft, isChanged, reset } = useDraft<string>(() => 'Ольга')
    draft.value = ''
    reset()
    expect([draft.value, isChanged.value]).toEqual(['Ольга', false])
  })
})
