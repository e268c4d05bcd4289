import { mdiCogOutline } from '@mdi/js'
import { RouterLinkStub, mount } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import NavigationRail from '#web/features/frame/NavigationRail.vue'
import { sections } from '#web/features/frame/sections.ts'
import { companyIdSchema } from '#shared/domain/ids.ts'

const companyId = companyIdSchema.parse('home')

function settings(channelDown: boolean) {
  const rail = mount(NavigationRail, {
    props: { sections: sections(companyId, true), address: '/c/home/inbox', unanswered: 3, channelDown },
    global: { stubs: { RouterLink: RouterLinkStub } },
  })
  return rail.findAllComponents(RouterLinkStub).find((link) => link.html().includes(mdiCogOutline))
}

describe('settings in the rail', () => {
  it('say in words, and by a dot, that a channel is down', () => {
    const link = settings(true)
    expect(link?.attributes('aria-label')).toBe('Настройки, канал не работает')
    expect(link?.attributes('data-tip')).toBe('Настройки, канал не работает')
    expect(link?.find('.dot').exists()).toBe(true)
  })

  it('are plain while all work', () => {
    const link = settings(false)
    expect(link?.attributes('aria-label')).toBe('Настройки')
    expect(link?.find('.dot').exists()).toBe(false)
  })
})
