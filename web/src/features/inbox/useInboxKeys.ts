import { onScopeDispose } from 'vue'

export interface InboxKeys {
  step(by: number): void
  /** The conversation above or below the open one; works while writing too. */
  openNeighbour(by: number): void
  reply(): void
  archive(): void
  markAnswered(): void
  assignToMe(): void
  toggleCard(): void
  openFilters(): void
  leave(): void
}

function isInText(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && target.closest('input, textarea, select, [contenteditable]') !== null
  )
}

/** A menu or dialog has the keys for itself. */
function isCovered(): boolean {
  return document.querySelector('.v-overlay--active') !== null
}

/** The inbox's keys, bound to the key's place, not to its letter, so that they work in any layout. */
export function useInboxKeys(keys: InboxKeys): void {
  const letters: Readonly<Record<string, () => void>> = {
    KeyJ: () => keys.step(1),
    ArrowDown: () => keys.step(1),
    KeyK: () => keys.step(-1),
    ArrowUp: () => keys.step(-1),
    KeyR: keys.reply,
    KeyE: keys.archive,
    KeyU: keys.markAnswered,
    KeyI: keys.assignToMe,
    KeyD: keys.toggleCard,
    KeyF: keys.openFilters,
    Escape: keys.leave,
  }
  const withAlt: Readonly<Record<string, () => void>> = {
    ArrowDown: () => keys.openNeighbour(1),
    ArrowUp: () => keys.openNeighbour(-1),
  }

  function actionOf(event: KeyboardEvent): (() => void) | undefined {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.shiftKey || isCovered())
      return undefined
    if (event.altKey) return withAlt[event.code]
    return isInText(event.target) ? undefined : letters[event.code]
  }

  function onKeydown(event: KeyboardEvent) {
    const action = actionOf(event)
    if (!action) return
    event.preventDefault()
    action()
  }

  window.addEventListener('keydown', onKeydown)
  onScopeDispose(() => {
    window.removeEventListener('keydown', onKeydown)
  })
}
