/**
 * Gathers what comes within one frame and hands it over once. The first of a frame goes through at
 * once, so a lone message never waits for the next paint; a burst costs one update a frame.
 */
export function frameBatch<T>(apply: (items: readonly T[]) => void): (items: readonly T[]) => void {
  let waiting: T[] = []
  let isFrameTaken = false

  function endFrame() {
    isFrameTaken = false
    if (waiting.length === 0) return
    const items = waiting
    waiting = []
    pass(items)
  }

  function pass(items: readonly T[]) {
    isFrameTaken = true
    afterFrame(endFrame)
    apply(items)
  }

  return (items) => {
    if (isFrameTaken) waiting.push(...items)
    else pass(items)
  }
}

/** A page gets no frames while it is hidden, or once it is: its title counts on all the same. */
const LONGEST_FRAME_MS = 100

function afterFrame(run: () => void): void {
  const timer = setTimeout(end, LONGEST_FRAME_MS)
  const frame = requestAnimationFrame(end)

  function end() {
    clearTimeout(timer)
    cancelAnimationFrame(frame)
    run()
  }
}
