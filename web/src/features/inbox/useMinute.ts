import { onScopeDispose, ref } from 'vue'
import type { Ref } from 'vue'
import { MINUTE_MS } from '#shared/domain/time.ts'

const now = ref(Date.now())
let users = 0
let timer: ReturnType<typeof setInterval> | undefined

function tick() {
  now.value = Date.now()
}

/** The one clock all waiting times tick by: once a minute, and on coming back to the tab. */
export function useMinute(): Readonly<Ref<number>> {
  if (users++ === 0) {
    tick()
    timer = setInterval(tick, MINUTE_MS)
    document.addEventListener('visibilitychange', tick)
  }
  onScopeDispose(() => {
    if (--users > 0) return
    clearInterval(timer)
    document.removeEventListener('visibilitychange', tick)
  })
  return now
}
