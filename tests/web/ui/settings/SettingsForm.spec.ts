import { flushPromises, mount } from '@vue/test-utils'
import { describe, expect, it, vi } from 'vitest'
import { ref } from 'vue'
import SettingsForm from '#web/ui/settings/SettingsForm.vue'

const guard = { isAsking: ref(false), leave: () => undefined, stay: () => undefined }

function mounted(props: Partial<InstanceType<typeof SettingsForm>['$props']> = {}) {
  const save = vi.fn(() => Promise.resolve())
  const form = mount(SettingsForm, {
    props: { isChanged: true, isWhole: true, guard, save, ...props },
    slots: { default: '<input class="right" /><input class="wrong" aria-invalid="true" />' },
    global: { stubs: { ConfirmDialog: true } },
    attachTo: document.body,
  })
  const submit = async () => {
    await form.trigger('submit')
    await flushPromises()
  }
  return { form, save, submit, said: () => form.get('[role="status"]').text() }
}

describe('a form of settings', () => {
  it('says that there are changes, and that they are saved once they are', async () => {
    const { form, submit, said } = mounted()
    expect(said()).toBe('Есть несохранённые изменения')
    await submit()
    await form.setProps({ isChanged: false })
    expect(said()).toBe('Сохранено')
    await form.setProps({ isChanged: true })
    await form.setProps({ isChanged: false })
    expect(said()).toBe('')
  })

  it('saves nothing while nothing is changed or a field is wrong, and leads to that field', async () => {
    const { form, save, submit } = mounted({ isChanged: false })
    await submit()
    await form.setProps({ isChanged: true, isWhole: false })
    await submit()
    expect(save).not.toHaveBeenCalled()
    expect(document.activeElement?.className).toBe('wrong')
  })

  it('saves once, however often it is asked meanwhile', async () => {
    let done: () => void = () => undefined
    const save = vi.fn(() => new Promise<void>((resolve) => (done = resolve)))
    const { submit } = mounted({ save })
    await submit()
    await submit()
    done()
    await flushPromises()
    expect(save).toHaveBeenCalledTimes(1)
  })

  it('keeps what was typed when it is refused, and says why', async () => {
    const save = () => Promise.reject(new Error('gone'))
    const { form, submit, said } = mounted({ save, problemOf: () => 'Этого отдела больше нет' })
    await submit()
    expect(form.get('[role="alert"]').text()).toBe('Этого отдела больше нет')
    expect(said()).toBe('Есть несохранённые изменения')
    await form.setProps({ problemOf: () => undefined })
    await submit()
    expect(form.get('[role="alert"]').text()).toContain('Не сохранилось')
    await form.get('button[type="button"]').trigger('click')
    expect(form.find('[role="alert"]').exists()).toBe(false)
    expect(form.emitted('discard')).toHaveLength(1)
  })
})
