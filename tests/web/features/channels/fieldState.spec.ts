import { describe, expect, it } from 'vitest'
import { manifests } from '#channels/manifests.ts'
import { checkForm, emptyField } from '#web/features/channels/fieldState.ts'

function checked(field: Parameters<typeof checkForm>[0] | undefined, value: string): string {
  const state = { ...emptyField(), value }
  if (!field) throw new Error('the manifest has no such field')
  checkForm(field, state)
  return state.error
}

describe('a connect form’s field', () => {
  const token = manifests.telegram.fields.find(({ name }) => name === 'token')
  const colour = manifests.widget.fields.find(({ name }) => name === 'colour')

  it('takes a well-formed value, spaces around it too', () => {
    expect(checked(token, ` 123456:${'A'.repeat(35)} `)).toBe('')
  })

  it('says that half a token is not one', () => {
    expect(checked(token, '123456:')).toBe('Проверьте, что значение скопировано целиком')
  })

  it('stays empty where it may', () => {
    expect(checked(colour, '')).toBe('')
    expect(checked(colour, 'red')).not.toBe('')
  })
})
