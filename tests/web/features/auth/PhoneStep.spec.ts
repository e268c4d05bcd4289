import { mount } from '@vue/test-utils'
import { describe, expect, it, vi } from 'vitest'
import { nextTick } from 'vue'
import PhoneStep from '#web/features/auth/PhoneStep.vue'
import { loadPhoneRules } from '#web/ui/phone.ts'

function phoneStep(props: { initial?: string; problem?: string; isFixed?: boolean } = {}) {
  return mount(PhoneStep, {
    props: { initial: '', captcha: 'idle', isBusy: false, problem: '', ...props },
    attachTo: document.body,
  })
}

describe('phone step', () => {
  it('begins with +7 and the cursor in the field', async () => {
    const step = phoneStep()
    await nextTick()
    expect(step.find('input').element.value).toBe('+7 ')
    expect(document.activeElement).toBe(step.find('input').element)
    step.unmount()
  })

  it('hands on digits, however the number was written', async () => {
    const step = phoneStep()
    await step.find('input').setValue('8 (900) 000-01-42')
    await step.find('form').trigger('submit')
    expect(step.emitted('submit')).toEqual([['+79000000142']])
    step.unmount()
  })

  it('asks for the rest of a short number and sends nothing', async () => {
    const step = phoneStep()
    await step.find('input').setValue('+7 900')
    await step.find('form').trigger('submit')
    expect(step.text()).toContain('Введите номер полностью')
    expect(step.find('input').attributes('aria-invalid')).toBe('true')
    expect(step.emitted('submit')).toBeUndefined()
    step.unmount()
  })

  it('proves a number that was given before, and no other', async () => {
    const step = phoneStep({ initial: '+79000000142', isFixed: true })
    expect(step.find('input').attributes('readonly')).toBeDefined()
    await step.find('form').trigger('submit')
    expect(step.emitted('submit')).toEqual([['+79000000142']])
    step.unmount()
  })

  it('shows what the server refused, tied to the field', () => {
    const step = phoneStep({ problem: 'Слишком много попыток: повторите через 15 минут' })
    const note = step.find(`[id="${step.find('input').attributes('aria-describedby') ?? ''}"]`)
    expect(note.text()).toBe('Слишком много попыток: повторите через 15 минут')
    step.unmount()
  })

  it('hands on a trunk zero’s number without it', async () => {
    await loadPhoneRules()
    const step = phoneStep()
    await step.find('input').setValue('+49 (0) 30 901820')
    await step.find('form').trigger('submit')
    expect(step.emitted('submit')).toEqual([['+4930901820']])
    step.unmount()
  })

  it('makes ready for the code once, when the form is entered', async () => {
    const step = phoneStep()
    await step.find('input').trigger('focusin')
    await step.find('input').trigger('focusin')
    await vi.waitFor(() => {
      expect(step.emitted('prepare')).toHaveLength(1)
    })
    step.unmount()
  })
})
