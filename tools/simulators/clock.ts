/** Simulated time: waits and limits are counted in it, so that a test need not wait a provider's minutes. */
export interface Clock {
  /** Milliseconds since the clock began, `factor` times as fast as the wall's. */
  now(): number
  /** Runs once after that much simulated time; gives back a way to call it off. */
  after(ms: number, run: () => void): () => void
  /** Waits that already run keep their length. */
  setFactor(factor: number): void
  /** Calls off everything that waits. */
  stop(): void
}

/** Node turns a longer wait into one of a millisecond. */
const LONGEST_TIMER_MS = 2 ** 31 - 1

export function createClock(initialFactor: number): Clock {
  let factor = initialFactor
  let anchor = { real: performance.now(), simulated: 0 }
  const timers = new Set<NodeJS.Timeout>()
  const now = () => anchor.simulated + (performance.now() - anchor.real) * factor

  return {
    now,
    after(ms, run) {
      const timer = setTimeout(
        () => {
          timers.delete(timer)
          run()
        },
        Math.min(ms / factor, LONGEST_TIMER_MS),
      )
      timers.add(timer)
      return () => {
        timers.delete(timer)
        clearTimeout(timer)
      }
    },
    setFactor(next) {
      anchor = { real: performance.now(), simulated: now() }
      factor = next
    },
    stop() {
      timers.forEach((timer) => clearTimeout(timer))
      timers.clear()
    },
  }
}
