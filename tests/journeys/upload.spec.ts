import type { Browser, Page, Route } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchChromium } from '#tools/browser/launchChromium.ts'
import type { JourneyBot, OpenedInbox } from './journeyCompany.ts'
import { JourneyCompany, messageWith, openInbox, rowWith } from './journeyCompany.ts'

const DMITRY = 8_400_001
/** More than goes in one request, so that there is a share to be shown. */
const SIZE = 900 * 1024
const PATIENCE = { timeout: 30_000, interval: 200 }

/** Lets the first parts of an upload through and holds the next one, until told to let go. */
async function holdUploads(page: Page): Promise<() => Promise<void>> {
  const held: Route[] = []
  let parts = 0
  let isOpen = false
  await page.route('**/v0/b/**', async (route) => {
    const isPart = route.request().headers()['x-goog-upload-command']?.includes('upload') ?? false
    if (isOpen || !isPart || ++parts < 2) return route.continue()
    held.push(route)
  })
  return async () => {
    isOpen = true
    // Whoever was cancelled has gone already.
    await Promise.all(held.map((route) => route.continue().catch(() => undefined)))
  }
}

describe('a large file on its way', () => {
  let browser: Browser
  let bot: JourneyBot
  let inbox: OpenedInbox

  beforeAll(async () => {
    browser = await launchChromium()
    const company = await new JourneyCompany().found()
    const olga = await company.addMember('Ольга Нечаева', 'admin')
    bot = await company.connectTelegram(olga)
    await bot.introduce(DMITRY, 'Дмитрий')
    await bot.write(DMITRY, { text: 'Пришлите договор' })
    inbox = await openInbox(browser, olga)
    await rowWith(inbox.page, 'Дмитрий').click()
    await messageWith(inbox.page, 'Пришлите договор').waitFor()
  })
  afterAll(() => browser.close())

  const message = () => messageWith(inbox.page, 'Вот он')

  async function send(): Promise<void> {
    const { page } = inbox
    await page.locator('[data-test="composer"]').fill('Вот он')
    await page.locator('[data-test="composer"]').press('Enter')
  }

  it('shows how much is there, and comes back into the box when it is cancelled', async () => {
    const { page } = inbox
    const letGo = await holdUploads(page)
    const file = { name: 'Договор.pdf', mimeType: 'application/pdf', buffer: Buffer.alloc(SIZE, 7) }
    await page.locator('input[type="file"]').first().setInputFiles(file)
    await page.locator('.file-name', { hasText: 'Договор.pdf' }).waitFor()
    await send()
    const ring = message().getByRole('progressbar')
    await expect
      .poll(async () => Number(await ring.getAttribute('aria-valuenow')), PATIENCE)
      .toBeGreaterThan(0)
    expect(Number(await ring.getAttribute('aria-valuenow'))).toBeLessThan(100)
    await message().getByRole('button', { name: 'Отменить отправку' }).click()
    await message().waitFor({ state: 'detached' })
    expect(await page.locator('[data-test="composer"]').inputValue()).toBe('Вот он')
    await page.locator('.file-name', { hasText: 'Договор.pdf' }).waitFor()
    await letGo()
    await page.unroute('**/v0/b/**')
  })

  it('leaves once when it is sent again, and nothing of the first try does', async () => {
    const { page } = inbox
    await page.locator('[data-test="composer"]').press('Enter')
    await message().and(page.locator('[data-status="sent"]')).waitFor()
    await message().getByRole('progressbar').waitFor({ state: 'detached' })
    expect(await bot.answersSeenBy(DMITRY)).toEqual(['Вот он'])
    expect(inbox.errors).toEqual([])
  })
})
