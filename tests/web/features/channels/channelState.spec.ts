import { describe, expect, it } from 'vitest'
import { channelState } from '#web/features/channels/channelState.ts'

const health = { status: 'working', reason: '', checkedAt: 0 } as const

describe('channelState', () => {
  it('says what works', () => {
    expect(channelState({ state: 'active', health }, 'Telegram')).toMatchObject({
      tone: 'success',
      text: 'Работает',
    })
  })

  it('says why a new sign-in is needed', () => {
    const broken = channelState(
      { state: 'active', health: { ...health, status: 'needsAttention', reason: 'unauthorized' } },
      'Telegram',
    )
    expect(broken).toMatchObject({ tone: 'error', text: 'Нужен вход: токен больше не действует' })
  })

  it('names the slow provider', () => {
    const slow = channelState({ state: 'active', health: { ...health, status: 'slow' } }, 'Telegram')
    expect(slow.text).toBe('Медленно: Telegram отвечает с задержкой')
  })

  it('of a disconnected channel hides its last health', () => {
    const off = channelState(
      { state: 'disconnected', health: { ...health, status: 'needsAttention' } },
      'Telegram',
    )
    expect(off).toMatchObject({ tone: 'plain', text: 'Отключён' })
  })

  it('puts the broken on top and the disconnected last', () => {
    const ranks = [
      channelState({ state: 'active', health: { ...health, status: 'needsAttention' } }, ''),
      channelState({ state: 'active', health: { ...health, status: 'slow' } }, ''),
      channelState({ state: 'active', health }, ''),
      channelState({ state: 'disconnected', health }, ''),
    ].map(({ rank }) => rank)
    expect(ranks).toEqual([0, 1, 2, 3])
  })
})
