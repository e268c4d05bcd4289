import { mount } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import { HOUR_MS, MINUTE_MS } from '#shared/domain/time.ts'
import ReplyWindowBar from '#web/features/inbox/replyWindow/ReplyWindowBar.vue'

const barAt = (leftMs: number) => mount(ReplyWindowBar, { props: { leftMs } })

describe('the bar of the reply window', () => {
  it.each([
    [3 * HOUR_MS + 12 * MINUTE_MS, 'Окно ответа: ещё 3 ч 12 мин'],
    [HOUR_MS, 'Окно ответа: ещё 1 ч 0 мин'],
    [24 * MINUTE_MS, 'Окно ответа закроется через 24 мин'],
    [5000, 'Окно ответа закроется через 1 мин'],
  ])('with %i ms left says: %s', (leftMs, words) => {
    expect(barAt(leftMs).text()).toBe(words)
  })

  it('warns in the last hour', () => {
    expect(barAt(HOUR_MS).classes()).not.toContain('closing')
    expect(barAt(HOUR_MS - 1).classes()).toContain('closing')
  })
})
