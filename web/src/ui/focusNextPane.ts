/** Where the focus goes in a pane: what is current there, its one tab stop, or the first thing there is. */
const STOPS = ['[aria-current="page"]', '[tabindex="0"]', 'textarea', 'a[href], button:not(:disabled), input']

function isShown(element: HTMLElement): boolean {
  return element.getClientRects().length > 0 && getComputedStyle(element).visibility !== 'hidden'
}

function stopIn(pane: HTMLElement): HTMLElement {
  for (const stop of STOPS) {
    const found = [...pane.querySelectorAll<HTMLElement>(stop)].find(isShown)
    if (found) return found
  }
  return pane
}

/** Moves the focus to the pane after the one that has it, `by` -1 to the one before; panes are marked `data-pane`. */
export function focusNextPane(by: 1 | -1, root: ParentNode = document): void {
  const panes = [...root.querySelectorAll<HTMLElement>('[data-pane]')].filter(isShown)
  const at = panes.findIndex((pane) => pane.contains(document.activeElement))
  const next = at < 0 ? 0 : (at + by + panes.length) % panes.length
  const pane = panes[next]
  if (pane) stopIn(pane).focus()
}
