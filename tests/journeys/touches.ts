import type { Locator, Page } from 'playwright-core'

type Touch = 'touchStart' | 'touchMove' | 'touchEnd'

async function fingerOn(page: Page, row: Locator) {
  const box = await row.boundingBox()
  if (!box) throw new Error('the row is not in sight')
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2]
  const session = await page.context().newCDPSession(page)
  return (type: Touch, shift = 0) =>
    session.send('Input.dispatchTouchEvent', {
      type,
      touchPoints: type === 'touchEnd' ? [] : [{ x: x + shift, y }],
    })
}

/** A finger that goes sideways over a row, slowly enough to be seen going. */
export async function swipe(page: Page, row: Locator, by: number): Promise<void> {
  const touch = await fingerOn(page, row)
  await touch('touchStart')
  for (let part = 1; part <= 8; part++) await touch('touchMove', (by * part) / 8)
  await touch('touchEnd')
}

/** A finger that rests on a row until its menu is there; one that is still going would be taken for it. */
export async function longPress(page: Page, row: Locator): Promise<void> {
  await page.getByRole('menu').first().waitFor({ state: 'detached' })
  const touch = await fingerOn(page, row)
  await touch('touchStart')
  await page.getByRole('menu').first().waitFor()
  await touch('touchEnd')
}
