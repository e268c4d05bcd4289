const MINUTE_MS = 60_000

export interface Repeating {
  /** Ends it, and waits for a run that is under way. */
  stop(): Promise<void>
}

/** Runs `task` every minute; a run that takes longer delays the next one. A failed run is reported, the next comes all the same. */
export function everyMinute(task: () => Promise<void>, report: (error: unknown) => void): Repeating {
  let running = Promise.resolve()
  let timer = setTimeout(beat, MINUTE_MS)
  function beat(): void {
    running = task()
      .catch(report)
      .then(() => void (timer = setTimeout(beat, MINUTE_MS)))
  }
  return {
    async stop() {
      clearTimeout(timer)
      await running
      clearTimeout(timer)
    },
  }
}
