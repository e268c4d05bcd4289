import { onScopeDispose } from 'vue'
import { focusNextPane } from '#web/ui/focusNextPane.ts'
import { isCovered } from '#web/ui/keyTarget.ts'

function onKeydown(event: KeyboardEvent): void {
  const hasOther = event.ctrlKey || event.metaKey || event.altKey
  if (event.code !== 'F6' || hasOther || event.defaultPrevented || isCovered()) return
  event.preventDefault()
  focusNextPane(event.shiftKey ? -1 : 1)
}

/** F6 goes from pane to pane, Shift F6 back, from wherever one is. */
export function usePaneKeys(): void {
  window.addEventListener('keydown', onKeydown)
  onScopeDispose(() => {
    window.removeEventListener('keydown', onKeydown)
  })
}
