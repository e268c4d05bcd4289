import { nextTick, onBeforeUnmount } from 'vue'

/** For what lies over the page: when it goes, the focus is where it was before it came. */
export function useFocusReturn(): void {
  const before = document.activeElement
  onBeforeUnmount(() => {
    if (before instanceof HTMLElement) void nextTick(() => before.focus({ preventScroll: true }))
  })
}
