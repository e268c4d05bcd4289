import { mount } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import PaneDivider from '#web/ui/PaneDivider.vue'

function aDivider(grows: 'left' | 'right' = 'right') {
  const component = mount(PaneDivider, {
    props: {
      modelValue: 360,
      label: 'Ширина списка',
      least: 300,
      most: 480,
      grows,
      'onUpdate:modelValue': (modelValue: number) => component.setProps({ modelValue }),
    },
  })
  const divider = component.find('[role="separator"]')
  Object.assign(divider.element, { setPointerCapture: () => undefined })
  return { divider, component }
}

async function drag(divider: ReturnType<typeof aDivider>['divider'], by: number): Promise<void> {
  await divider.trigger('pointerdown', { button: 0, clientX: 400 })
  await divider.trigger('pointermove', { clientX: 400 + by })
  await divider.trigger('pointerup')
}

describe('a divider', () => {
  it('tells what it is and how far it goes', () => {
    expect(aDivider().divider.attributes()).toMatchObject({
      role: 'separator',
      'aria-orientation': 'vertical',
      'aria-label': 'Ширина списка',
      'aria-valuenow': '360',
      'aria-valuemin': '300',
      'aria-valuemax': '480',
      tabindex: '0',
    })
  })

  it('is dragged within its limits', async () => {
    const { divider } = aDivider()
    await drag(divider, 50)
    expect(divider.attributes('aria-valuenow')).toBe('410')
    await drag(divider, 500)
    expect(divider.attributes('aria-valuenow')).toBe('480')
    await drag(divider, -500)
    expect(divider.attributes('aria-valuenow')).toBe('300')
  })

  it('of a pane on the right grows to the left', async () => {
    const { divider } = aDivider('left')
    await drag(divider, -40)
    expect(divider.attributes('aria-valuenow')).toBe('400')
  })

  it('follows no pointer that has let go', async () => {
    const { divider } = aDivider()
    await drag(divider, 10)
    await divider.trigger('pointermove', { clientX: 500 })
    expect(divider.attributes('aria-valuenow')).toBe('370')
  })

  it('is moved by keys and asks for its standard by a double click', async () => {
    const { divider, component } = aDivider()
    await divider.trigger('keydown', { key: 'ArrowRight' })
    expect(divider.attributes('aria-valuenow')).toBe('376')
    await divider.trigger('dblclick')
    expect(component.emitted('reset')).toHaveLength(1)
  })
})
