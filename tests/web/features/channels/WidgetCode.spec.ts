import { mount } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import WidgetCode from '#web/features/channels/WidgetCode.vue'

function mounted() {
  const page = mount(WidgetCode, { props: { accountId: 'teply-dom' } })
  return {
    page,
    code: () => page.find('code').text(),
    write: (colour: string) => page.find('input[type="text"]').setValue(colour),
  }
}

describe('the code for a site', () => {
  it('names the widget and leaves the colour to the channel', () => {
    const { code } = mounted()
    expect(code()).toContain('data-widget="teply-dom"')
    expect(code()).not.toContain('data-colour')
  })

  it('names the colour that is written, and so does the page to look at', async () => {
    const { page, code, write } = mounted()
    await write('#8a4b2a')
    expect(code()).toContain('data-colour="#8a4b2a"')
    expect(page.find('a').attributes('href')).toBe('/widget-demo.html?widget=teply-dom&colour=%238a4b2a')
  })

  it('names no colour that is none, and says so', async () => {
    const { page, code, write } = mounted()
    await write('"><script>')
    expect(code()).not.toContain('data-colour')
    expect(page.find('[role="alert"]').exists()).toBe(true)
    await write('')
    expect(page.find('[role="alert"]').exists()).toBe(false)
  })

  it('takes a picked colour', async () => {
    const { page, code } = mounted()
    await page.find('input[type="color"]').setValue('#123456')
    expect(code()).toContain('data-colour="#123456"')
  })
})
