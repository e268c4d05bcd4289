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

/** Hidden pages get no frames, yet their title counts on. */
function afterFrame(run: () => void): void {
  if (typeof document === 'undefined' || document.visibilityState === 'hidden') setTimeout(run, 100)
  else requestAnimationFrame(run)
}
