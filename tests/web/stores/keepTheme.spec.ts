import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, describe, expect, it } from 'vitest'
import { nextTick, ref, shallowRef } from 'vue'
import { userIdSchema } from '#shared/domain/ids.ts'
import type { UserId } from '#shared/domain/ids.ts'
import type { ThemeChoice } from '#shared/domain/user.ts'
import { keepTheme } from '#web/stores/keepTheme.ts'
import { useTheme } from '#web/stores/useTheme.ts'

const OLGA = userIdSchema.parse('olga-nechaeva-0000001')

function session() {
  const userId = ref<UserId | null>(OLGA)
  const user = shallowRef<{ theme: ThemeChoice } | null>()
  const saved: string[] = []
  keepTheme(userId, user, (_, theme) => {
    saved.push(theme)
    return Promise.resolve()
  })
  return { userId, user, saved }
}

describe('a person’s theme', () => {
  beforeEach(() => {
    localStorage.clear()
    setActivePinia(createPinia())
  })

  it('follows him into a browser that was told none', async () => {
    const { user, saved } = session()
    user.value = { theme: 'dark' }
    await nextTick()
    await nextTick()
    expect(useTheme().choice).toBe('dark')
    expect(saved).toEqual([])
  })

  it('leaves a browser that was told another one alone', async () => {
    localStorage.setItem('pact.theme', 'light')
    const { user, saved } = session()
    user.value = { theme: 'dark' }
    await nextTick()
    expect([useTheme().choice, saved]).toEqual(['light', []])
  })

  it('is what he chooses, once somebody is signed in', async () => {
    const { user, userId, saved } = session()
    user.value = { theme: 'system' }
    await nextTick()
    useTheme().choice = 'dark'
    await nextTick()
    expect(saved).toEqual(['dark'])
    userId.value = null
    useTheme().choice = 'light'
    await nextTick()
    expect(saved).toEqual(['dark'])
  })
})
