import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'
import * as z from 'zod/mini'

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

const foundSchema = z.object({
  violations: z.array(
    z.object({
      id: z.string(),
      nodes: z.array(z.object({ target: z.array(z.unknown()), failureSummary: z.string() })),
    }),
  ),
})

/**
 * Half-faded colours are nobody's: waits until nothing has moved for three frames, for what a click
 * sets going begins a frame or two after it. Spinners, which never end, are let be.
 */
async function settled(page: Page): Promise<void> {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await page.evaluate(`new Promise((resolve) => {
    const isMoving = (each) => each.playState === 'running' && each.effect?.getTiming().iterations !== Infinity
    const look = (calm) => {
      if (calm === 3) resolve(undefined)
      else requestAnimationFrame(() => look(document.getAnimations().some(isMoving) ? 0 : calm + 1))
    }
    look(0)
  })`)
}

/** Each violation of WCAG 2 A and AA on the page as it stands, in a line that names the place. */
export async function violationsOn(page: Page): Promise<string[]> {
  await settled(page)
  // As a debugger does: the page itself runs no script but its own.
  await page.evaluate(AXE)
  const found = foundSchema.parse(
    await page.evaluate("axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] })"),
  )
  return found.violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} ${String(target)}: ${failureSummary}`),
  )
}
