import { mount } from '@vue/test-utils'
import { expect, it } from 'vitest'
import { h } from 'vue'
import ActionButton from '#web/ui/ActionButton.vue'

it('is pressed once for every press', async () => {
  const button = mount(ActionButton)
  await button.trigger('click')
  expect(button.emitted('click')).toHaveLength(1)
  expect(button.attributes('aria-busy')).toBeUndefined()
})

it('takes no press while the last one is being worked on', async () => {
  const button = mount(ActionButton, { props: { busy: true } })
  await button.trigger('click')
  expect(button.emitted('click')).toBeUndefined()
  expect(button.attributes('aria-busy')).toBe('true')
})

it.each([
  [false, 1],
  [true, 0],
])('hands its form in; busy %j: %i times', (busy, times) => {
  let handedIn = 0
  const form = mount(
    () =>
      h(
        'form',
        {
          onSubmit(event: Event) {
            event.preventDefault()
            handedIn++
          },
        },
        h(ActionButton, { type: 'submit', busy }),
      ),
    { attachTo: document.body },
  )
  form.find('button').element.click()
  expect(handedIn).toBe(times)
  form.unmount()
})
