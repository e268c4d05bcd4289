import { SECOND_MS } from '#shared/domain/time.ts'

/** On a wire that works nobody is quick enough to close the window meanwhile, and nobody is to be asked. */
export const SLOW_AFTER_MS = SECOND_MS

const slow = new Set<Promise<void>>()

function onWindowLeave(event: BeforeUnloadEvent): void {
  event.preventDefault()
}

/** A browser that may have to ask keeps the page out of its cache for going back: it listens only while it must. */
function listen(): void {
  if (slow.size > 0) window.addEventListener('beforeunload', onWindowLeave)
  else window.removeEventListener('beforeunload', onWindowLeave)
}

/**
 * Until the server has a change, or has refused it, it lives in this window alone: who closes the window is asked first.
 * Gives what the change gives.
 */
export async function untilStored(change: Promise<void>): Promise<void> {
  const timer = setTimeout(() => {
    slow.add(change)
    listen()
  }, SLOW_AFTER_MS)
  try {
    await change
  } finally {
    clearTimeout(timer)
    slow.delete(change)
    listen()
  }
}
