/** The entry of a thread that holds the focus, '' if none does. */
export function focusedKey(content: HTMLElement | null): string {
  const { activeElement } = document
  return activeElement && content?.contains(activeElement) ? keyAround(activeElement) : ''
}

/** Entries somebody is at although they are out of sight: a note being changed, what plays, marked text. */
export function heldKeys(content: HTMLElement | null): string[] {
  if (!content) return []
  const kept = [...content.querySelectorAll('[data-keep]')]
  const playing = [...content.querySelectorAll('video')].filter(({ paused }) => !paused)
  return [...kept, ...playing, ...marked(content)].map(keyAround).filter((key) => key !== '')
}

/** Where the marked text begins and ends: without them there would be nothing to copy. */
function marked(content: HTMLElement): Element[] {
  const selection = getSelection()
  if (!selection || selection.isCollapsed) return []
  return [selection.anchorNode, selection.focusNode]
    .map((node) => (node instanceof Element ? node : (node?.parentElement ?? null)))
    .filter((element) => element !== null)
    .filter((element) => content.contains(element))
}

function keyAround(element: Element): string {
  return element.closest<HTMLElement>('[data-key]')?.dataset['key'] ?? ''
}
