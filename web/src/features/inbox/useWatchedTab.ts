import { onScopeDispose, ref } from 'vue'
import type { Ref } from 'vue'

function isWatchedNow(): boolean {
  return document.visibilityState === 'visible' && document.hasFocus()
}

/** Whether somebody is looking at this tab: visible and focused. */
export function useWatchedTab(): Readonly<Ref<boolean>> {
  const isWatched = ref(isWatchedNow())
  const look = () => (isWatched.value = isWatchedNow())
  const places = [
    [window, 'focus'],
    [window, 'blur'],
    [document, 'visibilitychange'],
  ] as const
  for (const [place, type] of places) place.addEventListener(type, look)
  onScopeDispose(() => {
    for (const [place, type] of places) place.removeEventListener(type, look)
  })
  return isWatched
}
