import { SECOND_MS } from '#shared/domain/time.ts'

/** How a probe speaks with the server. */
export interface ProbedServer {
  /** Asks through the very stream all listeners share; false when the answer is another than the server's. */
  isReached(): Promise<boolean>
  /** Lets go of sockets that may be dead and opens fresh ones. */
  reopen(): Promise<void>
}

export interface ProbeOptions {
  readonly server: ProbedServer
  /** A socket may be dead for minutes without an error: after this much silence the server is asked. */
  readonly silenceMs: number
  /** Called at every change, not at every word of the server. */
  onChange(isHeard: boolean): void
}

export interface ConnectionProbe {
  /** The server has answered something just now. */
  noteHeard(): void
  /** Asks now and, without an answer in time, opens fresh sockets. */
  ask(): Promise<void>
  stop(): void
}

const ANSWER_LIMIT_MS = 8 * SECOND_MS
const CHECK_EVERY_MS = 3 * SECOND_MS

/** Watches over a connection for as long as somebody looks at the page. */
export function connectionProbe({ server, silenceMs, onChange }: ProbeOptions): ConnectionProbe {
  let heardAt = Date.now()
  let isHeard = true
  let isAsking = false

  function note(isHeardNow: boolean): void {
    if (isHeardNow) heardAt = Date.now()
    if (isHeard === isHeardNow) return
    isHeard = isHeardNow
    onChange(isHeard)
  }

  async function ask(): Promise<void> {
    if (isAsking) return
    isAsking = true
    const isReached = await Promise.race([server.isReached(), timeIsUp()])
    note(isReached)
    if (!isReached) await server.reopen()
    isAsking = false
  }

  const stop = watchPage({
    onOffline: () => note(false),
    onOnline: () => void ask(),
    onTick: () => {
      if (Date.now() - heardAt >= silenceMs) void ask()
    },
  })
  if (!navigator.onLine) note(false)
  return { noteHeard: () => note(true), ask, stop }
}

function timeIsUp(): Promise<false> {
  return new Promise((resolve) => setTimeout(resolve, ANSWER_LIMIT_MS, false))
}

interface PageEvents {
  onOffline(): void
  onOnline(): void
  /** Every few seconds, and at once when the page is looked at again; never while it is hidden. */
  onTick(): void
}

function watchPage({ onOffline, onOnline, onTick }: PageEvents): () => void {
  const tick = () => {
    if (document.visibilityState === 'visible') onTick()
  }
  const timer = setInterval(tick, CHECK_EVERY_MS)
  window.addEventListener('offline', onOffline)
  window.addEventListener('online', onOnline)
  document.addEventListener('visibilitychange', tick)
  return () => {
    clearInterval(timer)
    window.removeEventListener('offline', onOffline)
    window.removeEventListener('online', onOnline)
    document.removeEventListener('visibilitychange', tick)
  }
}
