const INTERVAL_MS = 500

/** Calls `stop` once the process that started this one is gone: killed hard, it cannot say so. */
export function stopWithParent(stop: () => void): void {
  const parent = process.ppid
  const timer = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(timer)
    stop()
  }, INTERVAL_MS)
  timer.unref()
}
