import { describe, expect, it } from 'vitest'
import { insertAtCursor } from '#web/ui/insertAtCursor.ts'

function aField(value: string, from: number, to: number): HTMLTextAreaElement {
  const field = document.createElement('textarea')
  field.value = value
  field.setSelectionRange(from, to)
  return field
}

describe('text put into a field', () => {
  it('stands where the cursor was, and the cursor after it', () => {
    const field = aField('Да!', 2, 2)
    expect(insertAtCursor(field, ', 🍕')).toBe('Да, 🍕!')
    expect(field.selectionStart).toBe('Да, 🍕'.length)
  })

  it('takes the place of what was selected', () => {
    expect(insertAtCursor(aField('Да, нет', 4, 7), 'да')).toBe('Да, да')
  })
})
