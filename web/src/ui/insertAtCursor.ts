/** Puts text where the cursor stands, over what is selected; gives what the field holds now. */
export function insertAtCursor(field: HTMLTextAreaElement | HTMLInputElement, text: string): string {
  const from = field.selectionStart ?? field.value.length
  field.setRangeText(text, from, field.selectionEnd ?? from)
  field.setSelectionRange(from + text.length, from + text.length)
  return field.value
}
