import type { Page } from 'playwright-core'

interface Walk {
  /** By how many pixels a message in sight ever stood elsewhere than the scrolling alone would have put it. */
  readonly worst: number
  /** How many elements the page had at most. */
  readonly nodes: number
}

/** Scrolls an open thread so far in each frame until a message is in sight, or its end can be passed no more. */
export function walkThread(page: Page, byPx: number, untilId: string): Promise<Walk> {
  return page.evaluate(
    async ({ by, id }) => {
      const pane = document.querySelector<HTMLElement>('.messages .scroller')
      if (!pane) throw new Error('no thread is open')
      const frame = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))
      const box = (element: Element) => element.getBoundingClientRect()
      const isInSight = (element: Element | null) =>
        element !== null && box(element).bottom > box(pane).top && box(element).top < box(pane).bottom
      let worst = 0
      let nodes = 0
      const deadline = performance.now() + 25_000
      while (!isInSight(document.querySelector(`article[data-id="${id}"]`))) {
        if (performance.now() > deadline) throw new Error(`${id} is not reached`)
        const seen = [...document.querySelectorAll('article')].filter(isInSight)
        const watched = seen[Math.floor(seen.length / 2)]
        const before = pane.scrollTop
        const top = watched ? box(watched).top : 0
        pane.scrollTop += by
        const moved = pane.scrollTop - before
        await frame()
        if (watched?.isConnected) worst = Math.max(worst, Math.abs(box(watched).top - (top - moved)))
        nodes = Math.max(nodes, document.querySelectorAll('*').length)
      }
      return { worst, nodes }
    },
    { by: byPx, id: untilId },
  )
}
