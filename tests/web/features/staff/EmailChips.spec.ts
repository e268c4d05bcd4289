import { mount } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import EmailChips from '#web/features/staff/EmailChips.vue'
import type { EmailEntry } from '#web/features/staff/emailEntries.ts'

function chips(entries: readonly EmailEntry[] = []) {
  const wrapper = mount(EmailChips, {
    props: {
      modelValue: entries,
      'onUpdate:modelValue': (next: readonly EmailEntry[]) => wrapper.setProps({ modelValue: next }),
    },
  })
  return wrapper
}

function shown(wrapper: ReturnType<typeof chips>): string[] {
  return wrapper.findAll('.address').map((each) => each.text())
}

describe('e-mail chips', () => {
  it('make a chip of what a comma ends', async () => {
    const field = chips()
    await field.find('input').setValue('olga@example.com,')
    expect(shown(field)).toEqual(['olga@example.com'])
    expect(field.find('input').element.value).toBe('')
  })

  it('make one of what Enter ends, and keep the form from being sent', async () => {
    const field = chips()
    await field.find('input').setValue('olga@example.com')
    const enter = new KeyboardEvent('keydown', { key: 'Enter', cancelable: true })
    field.find('input').element.dispatchEvent(enter)
    await field.vm.$nextTick()
    expect(enter.defaultPrevented).toBe(true)
    expect(shown(field)).toEqual(['olga@example.com'])
  })

  it('mark a wrong address by more than its colour', async () => {
    const field = chips()
    await field.find('input').setValue('olga ')
    expect(field.find('.chip.wrong').exists()).toBe(true)
    expect(field.find('.chip.wrong svg[role="img"]').attributes('aria-label')).toContain('проверьте адрес')
  })

  it('take the last one back by Backspace in an empty field', async () => {
    const field = chips([{ email: 'olga@example.com', isValid: true }])
    await field.find('input').trigger('keydown', { key: 'Backspace' })
    expect(shown(field)).toEqual([])
  })
})
