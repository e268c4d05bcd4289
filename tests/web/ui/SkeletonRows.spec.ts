import { mount } from '@vue/test-utils'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import SkeletonRows from '#web/ui/SkeletonRows.vue'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

async function slow(props: { onRetry?: () => void } = {}) {
  const rows = mount(SkeletonRows, { props })
  await vi.advanceTimersByTimeAsync(11_000)
  return rows
}

it('offers to try again where somebody listens', async () => {
  const onRetry = vi.fn()
  const rows = await slow({ onRetry })
  await rows.find('button').trigger('click')
  expect(onRetry).toHaveBeenCalledOnce()
})

it('says that it takes long where nobody could try again, and offers nothing', async () => {
  const rows = await slow()
  expect(rows.text()).toContain('Загружается дольше обычного')
  expect(rows.find('button').exists()).toBe(false)
})
