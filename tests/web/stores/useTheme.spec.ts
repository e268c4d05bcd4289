import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, describe, expect, it } from 'vitest'
import { nextTick } from 'vue'
import { useTheme } from '#web/stores/useTheme.ts'

describe('theme', () => {
  beforeEach(() => {
    localStorage.clear()
    setActivePinia(createPinia())
  })

  it('follows the system until told otherwise', () => {
    expect(useTheme().choice).toBe('system')
    expect(document.documentElement.dataset['theme']).toBe('light')
  })

  it('puts a choice on the page and remembers it', async () => {
    const theme = useTheme()
    theme.choice = 'dark'
    await nextTick()
    expect(document.documentElement.dataset['theme']).toBe('dark')
    setActivePinia(createPinia())
    expect(useTheme().choice).toBe('dark')
  })

  it('takes nonsense in the memory for no choice', () => {
    localStorage.setItem('pact.theme', 'purple')
    expect(useTheme().choice).toBe('system')
  })
})
