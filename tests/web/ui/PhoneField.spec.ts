import { mount } from '@vue/test-utils'
import { afterEach, describe, expect, it } from 'vitest'
import { nextTick } from 'vue'
import PhoneField from '#web/ui/PhoneField.vue'

function phoneField(text: string) {
  const field = mount(PhoneField, {
    props: {
      label: 'Телефон',
      modelValue: text,
      'onUpdate:modelValue': (value: string) => field.setProps({ modelValue: value }),
    },
    attachTo: document.body,
  })
  return field
}

/** What the browser does at a key: the text changes, the caret stands after the change, `input` follows. */
async function type(field: ReturnType<typeof phoneField>, text: string, caret: number, inputType: string) {
  const { element } = field.find('input')
  element.focus()
  element.value = text
  element.setSelectionRange(caret, caret)
  element.dispatchEvent(new InputEvent('input', { inputType, bubbles: true }))
  await nextTick()
  await nextTick()
  return { text: element.value, caret: element.selectionStart }
}

describe('phone field', () => {
  afterEach(() => {
    document.body.innerHTML = ''
  })

  it('groups what is typed amid the number and leaves the caret there', async () => {
    const field = phoneField('+7 900 000-01-4')
    expect(await type(field, '+7 9010 000-01-4', 7, 'insertText')).toEqual({
      text: '+7 901 000-00-14',
      caret: 8,
    })
    field.unmount()
  })

  it('leaves what is being erased alone', async () => {
    const field = phoneField('+7 900 000-01-42')
    expect(await type(field, '+7 900 00-01-42', 9, 'deleteContentBackward')).toEqual({
      text: '+7 900 00-01-42',
      caret: 9,
    })
    field.unmount()
  })

  it('is groomed when it is left', async () => {
    const field = phoneField('8(900)0000142')
    await field.find('input').trigger('change')
    expect(field.find('input').element.value).toBe('+7 900 000-01-42')
    field.unmount()
  })
})
