import { mount } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import TemplateValues from '#web/features/newMessage/TemplateValues.vue'
import { anApprovedTemplate } from '#tests/builders/anApprovedTemplate.ts'

function valuesOf(props: { contactName?: string; isChecked?: boolean } = {}) {
  const fields = mount(TemplateValues, {
    props: {
      template: anApprovedTemplate(),
      contactName: '',
      isChecked: false,
      modelValue: null,
      'onUpdate:modelValue': (modelValue: string[] | null) => fields.setProps({ modelValue }),
      ...props,
    },
  })
  return fields
}

const previewOf = (fields: ReturnType<typeof valuesOf>) => fields.get('[data-test="template-preview"]').text()

describe('the values of an approved template', () => {
  it('are asked for one by one, under their names', () => {
    expect(
      valuesOf()
        .findAll('label')
        .map((label) => label.text()),
    ).toEqual(['имя', 'номер заказа'])
  })

  it('show in the preview as the contact will read them', async () => {
    const fields = valuesOf({ contactName: 'Анна' })
    await fields.findAll('input')[1]?.setValue(' 17 ')
    expect(previewOf(fields)).toBe('Здравствуйте, Анна. Заказ 17 готов.')
    expect(fields.props('modelValue')).toEqual(['Анна', '17'])
  })

  it('count only once all are there', async () => {
    const fields = valuesOf()
    await fields.findAll('input')[0]?.setValue('Анна')
    expect(fields.props('modelValue')).toBeNull()
    expect(previewOf(fields)).toBe('Здравствуйте, Анна. Заказ номер заказа готов.')
  })

  it('that are missing are said once it has been tried', () => {
    expect(valuesOf({ isChecked: true }).findAll('[role="alert"]')).toHaveLength(2)
    expect(valuesOf().findAll('[role="alert"]')).toHaveLength(0)
  })

  it('are text: markup stays as it was typed', async () => {
    const fields = valuesOf()
    await fields.findAll('input')[0]?.setValue('<img src=x onerror=alert(1)>')
    expect(fields.find('img').exists()).toBe(false)
    expect(previewOf(fields)).toContain('<img src=x onerror=alert(1)>')
  })
})
