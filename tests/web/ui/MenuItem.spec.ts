import { mount } from '@vue/test-utils'
import { expect, it } from 'vitest'
import MenuItem from '#web/ui/MenuItem.vue'

it.each([
  ['a plain action', {}, 'menuitem', undefined],
  ['one of a choice', { checked: true }, 'menuitemradio', 'true'],
  ['a choice of its own, made', { checked: true, toggle: true }, 'menuitemcheckbox', 'true'],
  ['a choice of its own, not made', { checked: false, toggle: true }, 'menuitemcheckbox', 'false'],
])('says that it is %s', (_name, props, role, checked) => {
  const button = mount(MenuItem, { props }).find('button')
  expect([button.attributes('role'), button.attributes('aria-checked')]).toEqual([role, checked])
})
