import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { MINUTE_MS } from '#shared/domain/time.ts'
import { launchChromium } from '#tools/browser/launchChromium.ts'
import { database } from '#tools/demo/documents.ts'
import { eventually } from './eventually.ts'
import type { JourneyBot, OpenedInbox } from './journeyCompany.ts'
import { JourneyCompany, messageWith, openInbox, rowWith } from './journeyCompany.ts'
import { longPress, swipe } from './touches.ts'

const ANNA = 8_920_001
const PAVEL = 8_920_002
const sizes = [
  ['a wide window', { width: 1440, height: 900 }],
  ['a phone', { width: 390, height: 844 }],
] as const

const item = (page: Page, name: string) =>
  page.locator('[role^="menuitem"]').filter({ hasText: name }).first()
const undo = (page: Page) => page.getByRole('button', { name: 'Отменить' })

describe.each(sizes)('what is done to a row, in %s', (_, viewport) => {
  const isPhone = viewport.width < 600
  const company = new JourneyCompany()
  let browser: Browser
  let bot: JourneyBot
  let inbox: OpenedInbox

  beforeAll(async () => {
    browser = await launchChromium()
    await company.found()
    const olga = await company.addMember('Ольга Нечаева', 'admin')
    bot = await company.connectTelegram(olga)
    await bot.introduce(ANNA, 'Анна Светлова')
    await bot.introduce(PAVEL, 'Павел Гринёв')
    await bot.write(ANNA, { text: 'Можно обменять?' })
    await bot.write(PAVEL, { text: 'Где мой заказ?' })
    inbox = await openInbox(browser, olga, viewport)
    await rowWith(inbox.page, 'Анна').waitFor()
    await rowWith(inbox.page, 'Павел').waitFor()
  })
  afterAll(() => browser.close())

  /** Nothing in the list stands still for a pointer that is not there. */
  const leaveTheList = () => inbox.page.mouse.move(viewport.width, 0)

  async function openMenu(name: string): Promise<void> {
    const { page } = inbox
    if (isPhone) await longPress(page, rowWith(page, name))
    else await rowWith(page, name).press('Shift+F10')
    await item(page, 'Открыть').waitFor()
  }

  async function choose(name: string, deed: string): Promise<void> {
    await openMenu(name)
    await item(inbox.page, deed).click()
  }

  async function showFilter(name: string): Promise<void> {
    const { page } = inbox
    await page.locator('#inbox-filter').click()
    await page.getByRole('menuitemradio', { name }).click()
    await page.getByRole('menuitemradio').first().waitFor({ state: 'detached' })
    await leaveTheList()
  }

  const gone = (name: string) => rowWith(inbox.page, name).waitFor({ state: 'detached' })

  it('put off until a time of one’s choice, a chat waits among the put off', async () => {
    const { page } = inbox
    await choose('Анна', 'Отложить…')
    const dialog = page.getByRole('dialog', { name: 'Отложить до' })
    await dialog.getByLabel('Дата и время').fill('2020-01-01T09:00')
    await dialog.getByRole('button', { name: 'Отложить', exact: true }).click()
    await dialog.getByText('Это время уже прошло').waitFor()
    const inTwoHours = new Date(Date.now() + 300 * MINUTE_MS).toISOString().slice(0, 16)
    await dialog.getByLabel('Дата и время').fill(inTwoHours)
    await dialog.getByRole('button', { name: 'Отложить', exact: true }).click()
    await dialog.waitFor({ state: 'detached' })
    await gone('Анна')
    await page.getByText(/Отложено до/).waitFor()
    await showFilter('Отложенные')
    await rowWith(page, 'Анна').waitFor()
  })

  it('and is back before it as soon as the customer writes', async () => {
    const { page } = inbox
    await bot.write(ANNA, { text: 'Так можно?' })
    await gone('Анна')
    await showFilter('Открытые')
    await rowWith(page, 'Так можно?').waitFor()
  })

  it('put off, it is called back by hand', async () => {
    const { page } = inbox
    await choose('Анна', 'Отложить…')
    await page.getByRole('button', { name: /Завтра в 9:00/ }).click()
    await gone('Анна')
    await showFilter('Отложенные')
    await choose('Анна', 'Вернуть сейчас')
    await page.getByText('Диалог снова среди открытых').waitFor()
    await gone('Анна')
    await showFilter('Открытые')
    await rowWith(page, 'Анна').waitFor()
  })

  it('muted, it counts no more, until it is heard again', async () => {
    const { page } = inbox
    await eventually(() => page.title()).toContain('(2)')
    await choose('Анна', 'Без звука')
    await rowWith(page, 'Анна').locator('.quiet').waitFor()
    await eventually(() => page.title()).toContain('(1)')
    await undo(page).click()
    await rowWith(page, 'Анна').locator('.quiet').waitFor({ state: 'detached' })
    await eventually(() => page.title()).toContain('(2)')
  })

  it('of a blocked customer stores what he writes, and tells nobody', async () => {
    const { page } = inbox
    await choose('Павел', 'Заблокировать')
    await gone('Павел')
    await eventually(() => page.title()).toContain('(1)')
    await bot.write(PAVEL, { text: 'Отвечайте же' })
    const stored = database().collectionGroup('messages').where('text', '==', 'Отвечайте же')
    const inCompany = async () =>
      (await stored.get()).docs.filter(({ ref }) => ref.path.startsWith(`companies/${company.companyId}/`))
    await eventually(async () => (await inCompany()).length).toBe(1)
    await bot.write(ANNA, { text: 'Жду ответа' })
    await rowWith(page, 'Жду ответа').waitFor()
    expect(await rowWith(page, 'Павел').count()).toBe(0)
    expect(await page.title()).toContain('(1)')
    await showFilter('Заблокированные')
    const row = rowWith(page, 'Отвечайте же')
    await row.waitFor()
    expect(await row.getAttribute('class')).not.toContain('unread')
    await row.click()
    await messageWith(page, 'Отвечайте же').waitFor()
    await page.getByText('Клиент заблокирован, ответить нельзя').waitFor()
    if (isPhone) await page.goBack()
  })

  it('unblocked, stands among the open ones again', async () => {
    const { page } = inbox
    await choose('Павел', 'Разблокировать')
    await showFilter('Открытые')
    await rowWith(page, 'Павел').waitFor()
  })

  it('leaves and comes back under the pointer that rests on it', async () => {
    const { page } = inbox
    await rowWith(page, 'Павел').hover()
    await choose('Анна', 'Архивировать')
    await rowWith(page, 'Павел').hover()
    await gone('Анна')
    await undo(page).focus()
    await page.keyboard.press('Enter')
    await rowWith(page, 'Анна').waitFor()
    await leaveTheList()
  })

  if (isPhone)
    it('goes to the archive by a swipe, and back', async () => {
      const { page } = inbox
      await swipe(page, rowWith(page, 'Анна'), -120)
      await gone('Анна')
      await undo(page).click()
      await rowWith(page, 'Анна').waitFor()
    })

  it('leaves no error in the page', () => {
    expect(inbox.errors).toEqual([])
  })
})
