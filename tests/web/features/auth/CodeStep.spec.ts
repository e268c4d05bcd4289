import { mount } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import CodeStep from '#web/features/auth/CodeStep.vue'

const NOW = 1_764_000_000_000

function codeStep(props: { isBusy?: boolean; problem?: string } = {}) {
  return mount(CodeStep, {
    props: { phone: '+79000000142', resendAt: NOW + 42_000, isBusy: false, problem: '', ...props },
    attachTo: document.body,
  })
}

describe('code step', () => {
  beforeEach(() => {
    vi.useFakeTimers({ now: NOW })
  })
  afterEach(() => {
    vi.useRealTimers()
    document.body.innerHTML = ''
  })

  it('submits with the sixth digit, once', async () => {
    const step = codeStep()
    await step.find('input').setValue('12345')
    expect(step.emitted('submit')).toBeUndefined()
    await step.find('input').setValue('123456')
    expect(step.emitted('submit')).toEqual([['123456']])
    step.unmount()
  })

  it('takes a pasted code with a space in it', async () => {
    const step = codeStep()
    await step.find('input').setValue('123 456')
    await vi.advanceTimersByTimeAsync(0)
    expect(step.emitted('submit')).toEqual([['123456']])
    step.unmount()
  })

  it('sends nothing while a code is being checked', async () => {
    const step = codeStep({ isBusy: true })
    await step.find('input').setValue('123456')
    await step.find('form').trigger('submit')
    expect(step.emitted('submit')).toBeUndefined()
    step.unmount()
  })

  it('names the phone and counts down to a new code', async () => {
    const step = codeStep()
    expect(step.text()).toContain('Отправили на +7 900 000-01-42.')
    expect(step.text()).toContain('через 0:42')
    await vi.advanceTimersByTimeAsync(30_000)
    expect(step.text()).toContain('через 0:12')
    await vi.advanceTimersByTimeAsync(12_500)
    expect(step.text()).not.toContain('через')
    expect(step.text()).toContain('Отправить код ещё раз')
    step.unmount()
  })

  it('is ready for the code of a text message', () => {
    const step = codeStep()
    const { autocomplete, inputmode } = step.find('input').attributes()
    expect([autocomplete, inputmode]).toEqual(['one-time-code', 'numeric'])
    step.unmount()
  })
})
