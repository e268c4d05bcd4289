import type { Page } from 'playwright-core'

const FRAME_MS = 1000 / 60

/** Scrolls the pane around an element so far in each frame; how many frames were dropped meanwhile. */
export function scrollFrames(page: Page, within: string, byPx: number, forMs: number): Promise<number> {
  return page.evaluate(
    async ({ within: selector, byPx: by, forMs: duration, frameMs }) => {
      const frame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve))
      const pane = document.querySelector(selector)?.closest('.scroller')
      if (!pane) throw new Error(`nothing scrolls around ${selector}`)
      const startedAt = await frame()
      let dropped = 0
      for (let before = startedAt; before - startedAt < duration;) {
        pane.scrollTop += by
        const now = await frame()
        dropped += Math.max(0, Math.round((now - before) / frameMs) - 1)
        before = now
      }
      return dropped
    },
    { within, byPx, forMs, frameMs: FRAME_MS },
  )
}
