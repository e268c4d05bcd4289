/** Makes a text field as high as its text, up to so many lines; beyond them it scrolls. */
export function growToFit(field: HTMLTextAreaElement, maxLines: number): void {
  const style = getComputedStyle(field)
  const edges = parseFloat(style.borderTopWidth) + parseFloat(style.borderBottomWidth)
  const most =
    parseFloat(style.lineHeight) * maxLines + parseFloat(style.paddingTop) + parseFloat(style.paddingBottom)
  field.style.height = 'auto'
  const needed = field.scrollHeight
  field.style.height = `${Math.min(needed, most) + edges}px`
  field.style.overflowY = needed > most ? 'auto' : 'hidden'
}
