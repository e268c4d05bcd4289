import { mount } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import { defineComponent, h, ref } from 'vue'
import SettingsSection from '#web/features/account/SettingsSection.vue'
import { provideUnsaved } from '#web/features/account/unsavedSections.ts'
import { useSaving } from '#web/features/account/useSaving.ts'

function section(isChanged: boolean) {
  return mount(SettingsSection, { props: { heading: 'Имя', isChanged, saving: useSaving() } })
}

describe('a section', () => {
  it('saves only what was changed', async () => {
    const untouched = section(false)
    expect(untouched.find('button').attributes('disabled')).toBeDefined()
    await untouched.find('form').trigger('submit')
    expect(untouched.emitted('save')).toBeUndefined()

    const touched = section(true)
    expect(touched.find('button').attributes('disabled')).toBeUndefined()
    await touched.find('form').trigger('submit')
    expect(touched.emitted('save')).toHaveLength(1)
  })

  it('says that it is saved until something is changed again', async () => {
    const saving = useSaving()
    const shown = mount(SettingsSection, { props: { heading: 'Имя', isChanged: false, saving } })
    await saving.save(() => Promise.resolve(1))
    await shown.vm.$nextTick()
    expect(shown.find('[role="status"]').text()).toBe('Сохранено')
    await shown.setProps({ isChanged: true })
    expect(shown.find('[role="status"]').text()).toBe('')
  })

  it('is unsaved as long as its saving has no answer', async () => {
    const saving = useSaving()
    let isUnsaved = () => false
    const Page = defineComponent(() => {
      isUnsaved = provideUnsaved()
      return () => h(SettingsSection, { heading: 'Имя', isChanged: false, saving })
    })
    mount(Page)
    let answer: (done: number) => void = () => undefined
    const saved = saving.save(() => new Promise<number>((resolve) => (answer = resolve)))
    expect(isUnsaved()).toBe(true)
    answer(1)
    await saved
    expect(isUnsaved()).toBe(false)
  })

  it('tells its page that it holds changes, as long as it stands', async () => {
    const isChanged = ref(false)
    const isThere = ref(true)
    let isUnsaved = () => false
    const Page = defineComponent(() => {
      isUnsaved = provideUnsaved()
      return () =>
        isThere.value
          ? h(SettingsSection, { heading: 'Имя', isChanged: isChanged.value, saving: useSaving() })
          : null
    })
    const page = mount(Page)
    expect(isUnsaved()).toBe(false)
    isChanged.value = true
    await page.vm.$nextTick()
    expect(isUnsaved()).toBe(true)
    isThere.value = false
    await page.vm.$nextTick()
    expect(isUnsaved()).toBe(false)
  })
})
