import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { effectScope, nextTick, ref } from 'vue'
import type { EffectScope, Ref } from 'vue'
import { useRetry } from '#web/features/inbox/useRetry.ts'
import { connection } from '#web/firebase/connection.ts'

let tried: number
let hasFailed: Ref<boolean>
let one: EffectScope

beforeEach(() => {
  vi.useFakeTimers()
  tried = 0
  hasFailed = ref(false)
  one = effectScope()
  one.run(() => {
    useRetry(
      () => hasFailed.value,
      () => Promise.resolve(tried++),
    )
  })
})
afterEach(() => {
  one.stop()
  connection.value = 'online'
  vi.useRealTimers()
})

async function fail() {
  hasFailed.value = true
  await nextTick()
}

const pass = (seconds: number) => vi.advanceTimersByTimeAsync(seconds * 1000)

describe('what has failed', () => {
  it('is tried again after ever longer pauses, until it has not', async () => {
    await fail()
    await pass(2)
    expect(tried).toBe(1)
    await pass(3)
    expect(tried).toBe(1)
    await pass(1)
    expect(tried).toBe(2)
    hasFailed.value = false
    await pass(600)
    expect(tried).toBe(2)
  })

  it('is tried at once when the wire is back', async () => {
    await fail()
    await pass(60)
    const before = tried
    connection.value = 'offline'
    await nextTick()
    connection.value = 'restored'
    await pass(0)
    expect(tried).toBe(before + 1)
  })

  it('once more by hand meanwhile is not tried twice as often', async () => {
    await fail()
    hasFailed.value = false
    await nextTick()
    await fail()
    await pass(2)
    expect(tried).toBe(1)
  })

  it('is left alone by a page that has gone', async () => {
    await fail()
    one.stop()
    await pass(600)
    expect(tried).toBe(0)
  })
})
