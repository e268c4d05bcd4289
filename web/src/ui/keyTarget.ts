/** What is typed there is text. */
export function isInText(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && target.closest('input, textarea, select, [contenteditable]') !== null
  )
}

/** A menu or dialog has the keys for itself. */
export function isCovered(): boolean {
  return document.querySelector('.v-overlay--active') !== null
}
