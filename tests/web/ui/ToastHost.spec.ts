import { mount } from '@vue/test-utils'
import type { VueWrapper } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import ToastHost from '#web/ui/ToastHost.vue'
import { dismissToast, showToast, toasts } from '#web/ui/toasts.ts'

describe('toast', () => {
  let host: VueWrapper

  beforeEach(() => {
    vi.useFakeTimers()
    host = mount(ToastHost, { global: { stubs: { transition: true } } })
  })

  afterEach(() => {
    host.unmount()
    while (toasts.length > 0) dismissToast()
    vi.useRealTimers()
  })

  async function pass(ms: number): Promise<string> {
    await vi.advanceTimersByTimeAsync(ms)
    return host.text()
  }

  it('leaves after six seconds', async () => {
    showToast({ text: 'Скопировано' })
    expect(await pass(5900)).toBe('Скопировано')
    expect(await pass(200)).toBe('')
  })

  it('stays two seconds longer with an action', async () => {
    showToast({ text: 'В архиве', action: { label: 'Вернуть', run: () => undefined } })
    expect(await pass(7900)).toContain('В архиве')
    expect(await pass(200)).toBe('')
  })

  it('waits for the one before it', async () => {
    showToast({ text: 'первый' })
    showToast({ text: 'второй' })
    expect(await pass(5900)).toBe('первый')
    expect(await pass(200)).toBe('второй')
  })

  it('gives way to the next deed’s at once, and takes back only that one', async () => {
    const runs = [vi.fn(), vi.fn()]
    for (const run of runs) showToast({ text: 'Назначено', action: { label: 'Отменить', run } })
    await pass(10)
    expect(toasts).toHaveLength(1)
    await host.find('.act').trigger('click')
    expect(runs.map((run) => run.mock.calls.length)).toEqual([0, 1])
    expect(await pass(10)).toBe('')
  })

  it('lets a deed that can be taken back go before what only tells', async () => {
    showToast({ text: 'Сохранено' })
    showToast({ text: 'В архиве', action: { label: 'Вернуть', run: () => undefined } })
    expect(await pass(10)).toContain('В архиве')
    expect(await pass(8100)).toBe('Сохранено')
  })

  it('stays while the pointer is on it', async () => {
    showToast({ text: 'Скопировано' })
    await pass(100)
    await host.find('.toast').trigger('mouseenter')
    expect(await pass(60_000)).toBe('Скопировано')
    await host.find('.toast').trigger('mouseleave')
    expect(await pass(6100)).toBe('')
  })

  it('does its action once, by Ctrl Z too', async () => {
    const run = vi.fn()
    showToast({ text: 'В архиве', action: { label: 'Вернуть', run } })
    await pass(10)
    window.dispatchEvent(new KeyboardEvent('keydown', { code: 'KeyZ', ctrlKey: true }))
    window.dispatchEvent(new KeyboardEvent('keydown', { code: 'KeyZ', ctrlKey: true }))
    expect(run).toHaveBeenCalledTimes(1)
    expect(await pass(10)).toBe('')
  })

  it.each([
    ['above a foot as wide as the window', { top: -68, width: 1 }, '68px'],
    ['at the bottom beside a narrow one', { top: -68, width: 0.3 }, '0px'],
  ])('stands %s', async (_where, { top, width }, above) => {
    const foot = document.body.appendChild(document.createElement('footer'))
    foot.dataset['foot'] = ''
    foot.checkVisibility = () => true
    foot.getBoundingClientRect = () =>
      new DOMRect(0, window.innerHeight + top, window.innerWidth * width, -top)
    showToast({ text: 'Скопировано' })
    await pass(100)
    expect(host.attributes('style')).toContain(`--above: ${above}`)
    foot.remove()
  })
})
