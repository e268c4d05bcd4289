import { mount } from '@vue/test-utils'
import type { App } from 'vue'
import { describe, expect, it, vi } from 'vitest'
import InitialsAvatar from '#web/ui/InitialsAvatar.vue'
import { providePictures } from '#web/ui/pictureSource.ts'
import type { PictureSource } from '#web/ui/pictureSource.ts'

function sourceOf(pictures: Record<string, string>) {
  const held: string[] = []
  const source: PictureSource = {
    acquire(path) {
      const url = pictures[path]
      if (url === undefined) return Promise.reject(new Error('no such file'))
      held.push(path)
      return Promise.resolve(url)
    },
    release: (path) => void held.splice(held.indexOf(path), 1),
  }
  return { source, held }
}

function avatar(source: PictureSource, props: { picture?: string; own?: boolean }) {
  return mount(InitialsAvatar, {
    props: { name: 'Ольга Нечаева', colourKey: 'olga', ...props },
    global: { plugins: [{ install: (app: App) => providePictures(app, source) }] },
  })
}

describe('avatar', () => {
  it('shows the picture in place of initials, and lets it go', async () => {
    const { source, held } = sourceOf({ 'avatars/olga/1.webp': 'blob:1' })
    const shown = avatar(source, { picture: 'avatars/olga/1.webp' })
    expect(shown.text()).toBe('ОН')
    await vi.waitFor(() => {
      expect(shown.find('img').attributes('src')).toBe('blob:1')
    })
    expect(held).toEqual(['avatars/olga/1.webp'])
    shown.unmount()
    expect(held).toEqual([])
  })

  it('shows the next picture when it changes', async () => {
    const { source, held } = sourceOf({ one: 'blob:1', two: 'blob:2' })
    const shown = avatar(source, { picture: 'one' })
    await shown.setProps({ picture: 'two' })
    await vi.waitFor(() => {
      expect(shown.find('img').attributes('src')).toBe('blob:2')
    })
    expect(held).toEqual(['two'])
  })

  it('keeps to initials where there is none, or it does not come', async () => {
    const { source } = sourceOf({})
    const shown = avatar(source, { picture: 'gone' })
    await Promise.resolve()
    expect(shown.text()).toBe('ОН')
    expect(mount(InitialsAvatar, { props: { name: 'Ольга', colourKey: 'olga', picture: 'x' } }).text()).toBe(
      'О',
    )
  })

  it('of the person himself is the outlined circle at any rate', () => {
    const { source, held } = sourceOf({ one: 'blob:1' })
    avatar(source, { picture: 'one', own: true })
    expect(held).toEqual([])
  })
})
