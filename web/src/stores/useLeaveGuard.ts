import { onScopeDispose, ref } from 'vue'
import type { Ref } from 'vue'
import { onBeforeRouteLeave } from 'vue-router'

export interface LeaveGuard {
  /** The question is on the screen; closing it means to stay. */
  readonly isAsking: Ref<boolean>
  leave(): void
  stay(): void
}

/** Asks before a page with unsaved changes is left, by a link or with its window. */
export function useLeaveGuard(isUnsaved: () => boolean): LeaveGuard {
  const isAsking = ref(false)
  let answer: ((mayLeave: boolean) => void) | undefined

  function settle(mayLeave: boolean): void {
    isAsking.value = false
    answer?.(mayLeave)
    answer = undefined
  }

  onBeforeRouteLeave(() => {
    if (!isUnsaved()) return true
    settle(false)
    isAsking.value = true
    return new Promise<boolean>((resolve) => (answer = resolve))
  })

  function onWindowLeave(event: BeforeUnloadEvent): void {
    if (isUnsaved()) event.preventDefault()
  }

  window.addEventListener('beforeunload', onWindowLeave)
  onScopeDispose(() => {
    window.removeEventListener('beforeunload', onWindowLeave)
    settle(false)
  })

  return { isAsking, leave: () => settle(true), stay: () => settle(false) }
}
