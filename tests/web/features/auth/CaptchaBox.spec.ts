import { mount } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import CaptchaBox from '#web/features/auth/CaptchaBox.vue'

describe('captcha box', () => {
  it.each([
    ['idle', ''],
    ['checking', 'Проверяем…'],
    ['passed', 'Проверено'],
    ['failed', 'Не получилось, нажмите ещё раз'],
  ] as const)('says of %s «%s»', (state, words) => {
    const box = mount(CaptchaBox, { props: { state } })
    expect(box.find('label').text()).toBe('Я не робот')
    expect(box.find('[role="status"]').text()).toBe(words)
    expect(box.find('input').element.checked).toBe(state === 'passed')
  })

  it('is ticked by the outcome, not by a press', async () => {
    const box = mount(CaptchaBox, { props: { state: 'idle' } })
    await box.find('input').trigger('click')
    expect(box.find('input').element.checked).toBe(false)
    expect(box.emitted('check')).toHaveLength(1)
  })

  it.each(['checking', 'passed'] as const)('needs no press when it is %s', async (state) => {
    const box = mount(CaptchaBox, { props: { state } })
    await box.find('input').trigger('click')
    expect(box.emitted('check')).toBeUndefined()
    expect(box.find('input').element.checked).toBe(state === 'passed')
  })
})
