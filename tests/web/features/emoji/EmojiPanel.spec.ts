import { mount } from '@vue/test-utils'
import { beforeEach, describe, expect, it } from 'vitest'
import EmojiPanel from '#web/features/emoji/EmojiPanel.vue'

beforeEach(() => {
  localStorage.clear()
})

function shown(panel: ReturnType<typeof mount>): string[] {
  return panel.findAll('[role="gridcell"]').map((cell) => cell.text())
}

describe('the emoji panel', () => {
  it('begins with smileys, and gives the one that is pressed', async () => {
    const panel = mount(EmojiPanel)
    expect(panel.get('[role="tab"][aria-selected="true"]').attributes('aria-label')).toBe('Смайлы')
    await panel.get('[role="gridcell"] button').trigger('click')
    expect(panel.emitted('pick')).toEqual([[shown(panel)[0]]])
  })

  it('shows what was picked before first, when it is opened again', async () => {
    const before = mount(EmojiPanel)
    await before.get('[role="gridcell"] button').trigger('click')
    const panel = mount(EmojiPanel)
    expect(panel.get('[role="tab"][aria-selected="true"]').attributes('aria-label')).toBe('Недавние')
    expect(shown(panel)).toEqual(before.emitted('pick')?.[0])
  })

  it('finds by a word, and Enter gives the first', async () => {
    const panel = mount(EmojiPanel)
    await panel.get('input').setValue('пицца')
    expect(shown(panel)).toEqual(['🍕'])
    await panel.get('input').trigger('keydown', { key: 'Enter' })
    expect(panel.emitted('pick')).toEqual([['🍕']])
  })

  it('says that nothing was found', async () => {
    const panel = mount(EmojiPanel)
    await panel.get('input').setValue('ъъъ')
    expect(panel.text()).toContain('Ничего не нашли: «ъъъ»')
  })

  it('is one tab stop, moved through by arrows', async () => {
    const panel = mount(EmojiPanel, { attachTo: document.body })
    const stops = () => panel.findAll('[role="gridcell"] button').map((cell) => cell.attributes('tabindex'))
    expect(stops().filter((tabindex) => tabindex === '0')).toHaveLength(1)
    await panel.get('[role="grid"]').trigger('keydown', { key: 'ArrowDown' })
    expect(stops().indexOf('0')).toBe(8)
    panel.unmount()
  })
})
