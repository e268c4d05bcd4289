import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchChromium } from '#tools/browser/launchChromium.ts'
import type { JourneyBot, JourneyMember, OpenedInbox } from './journeyCompany.ts'
import { JourneyCompany, openInbox, rowWith } from './journeyCompany.ts'
import { swipe } from './touches.ts'

const ANNA = 8_300_001
const PAVEL = 8_300_002

describe('the list under one’s hands', () => {
  let browser: Browser
  let olga: JourneyMember
  let bot: JourneyBot
  let inbox: OpenedInbox

  beforeAll(async () => {
    browser = await launchChromium()
    const company = await new JourneyCompany().found()
    olga = await company.addMember('Ольга Нечаева', 'admin')
    bot = await company.connectTelegram(olga)
    await bot.introduce(ANNA, 'Анна')
    await bot.introduce(PAVEL, 'Павел')
    inbox = await openInbox(browser, olga)
    await bot.write(ANNA, { text: 'Можно обменять?' })
    await bot.write(PAVEL, { text: 'Где мой заказ?' })
    await rowWith(inbox.page, 'Анна').click()
    await rowWith(inbox.page, 'Павел').waitFor()
  })
  afterAll(() => browser.close())

  const edge = () => inbox.page.getByRole('separator', { name: 'Ширина списка' })
  const item = (name: string) => inbox.page.getByRole('menuitem', { name })

  it('is made wider by dragging, and stays so', async () => {
    const { page } = inbox
    const box = await edge().boundingBox()
    if (!box) throw new Error('the edge is not in sight')
    await page.mouse.move(box.x + 4, 400)
    await page.mouse.down()
    await page.mouse.move(box.x + 64, 400, { steps: 4 })
    await page.mouse.up()
    expect(await edge().getAttribute('aria-valuenow')).toBe('420')
    await page.reload()
    await edge().press('ArrowLeft')
    expect(await edge().getAttribute('aria-valuenow')).toBe('404')
    await edge().dblclick()
    expect(await edge().getAttribute('aria-valuenow')).toBe('360')
  })

  it('is one of the panes F6 goes through', async () => {
    const { page } = inbox
    await page.locator('[data-test="message"]').first().waitFor()
    await page.getByRole('navigation').getByRole('link').first().focus()
    for (const pane of ['list', 'messages', 'composer', 'card', 'rail']) {
      await page.keyboard.press('F6')
      const classes = await page.evaluate(() => document.activeElement?.closest('[data-pane]')?.className)
      expect(classes?.split(' ')).toContain(pane)
    }
  })

  it('has a menu of the row by keyboard, which takes the focus and gives it back', async () => {
    const { page } = inbox
    await rowWith(page, 'Павел').focus()
    await page.keyboard.press('Shift+F10')
    await item('Отметить прочитанным').waitFor()
    await page.keyboard.press('Escape')
    await item('Отметить прочитанным').waitFor({ state: 'detached' })
    expect(await page.evaluate(() => document.activeElement?.textContent)).toContain('Павел')
  })

  it('has it by the mouse, too: what is archived comes back', async () => {
    const { page } = inbox
    await rowWith(page, 'Павел').click({ button: 'right' })
    await item('Архивировать чат').click()
    // Nothing moves under the pointer.
    await page.mouse.move(900, 400)
    await rowWith(page, 'Павел').waitFor({ state: 'detached' })
    await page.getByRole('button', { name: 'Отменить' }).click()
    await rowWith(page, 'Павел').waitFor()
  })

  it('on a phone marks a swiped row, and takes that back', async () => {
    const phone = await openInbox(browser, olga, { width: 390, height: 844 })
    const row = rowWith(phone.page, 'Павел')
    await row.waitFor()
    expect(await row.getAttribute('class')).toContain('unread')
    await swipe(phone.page, row, 120)
    await expect.poll(() => row.getAttribute('class')).not.toContain('unread')
    await phone.page.getByRole('button', { name: 'Отменить' }).click()
    await expect.poll(() => row.getAttribute('class')).toContain('unread')
    expect(phone.page.url()).toMatch(/\/inbox$/)
    expect(phone.errors).toEqual([])
  })

  it('leaves no error in the page', () => {
    expect(inbox.errors).toEqual([])
  })
})
