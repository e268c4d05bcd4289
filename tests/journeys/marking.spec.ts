import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { MINUTE_MS } from '#shared/domain/time.ts'
import { launchChromium } from '#tools/browser/launchChromium.ts'
import { eventually } from './eventually.ts'
import type { JourneyMember, OpenedInbox } from './journeyCompany.ts'
import { JourneyCompany, openInbox, rowWith } from './journeyCompany.ts'
import { storeChannel, storeConversation } from './storeConversation.ts'
import { longPress } from './touches.ts'

const sizes = [
  ['a wide window', { width: 1440, height: 900 }],
  ['a phone', { width: 390, height: 844 }],
] as const

const EVERYBODY = ['Анна', 'Борис', 'Вера', 'Глеб']

const names = (page: Page) => page.locator('[data-test="row"] .name').allTextContents()
const marking = (page: Page) => page.getByRole('toolbar', { name: /^Выбран/ })
const deed = (page: Page, name: string) => marking(page).getByRole('button', { name, exact: true })
const item = (page: Page, name: string | RegExp) =>
  page.locator('[role^="menuitem"]').filter({ hasText: name })
const undo = (page: Page) => page.getByRole('button', { name: 'Отменить' })

describe.each(sizes)('marked rows, in %s', (_, viewport) => {
  const isPhone = viewport.width < 600
  const company = new JourneyCompany()
  const { companyId } = company
  let browser: Browser
  let olga: JourneyMember
  let inbox: OpenedInbox

  beforeAll(async () => {
    browser = await launchChromium()
    await company.found()
    olga = await company.addMember('Ольга Нечаева', 'admin')
    await company.addMember('Ирина Лаптева', 'operator')
    const channelId = await storeChannel(companyId, 'Бот магазина')
    for (const [at, contactName] of EVERYBODY.entries()) {
      const wroteAt = Date.now() - (at + 1) * MINUTE_MS
      const waits = { unanswered: true, waitingSinceAt: wroteAt, unreadCount: 1 }
      await storeConversation(companyId, wroteAt, { contactName, channelId, ...waits })
    }
    inbox = await openInbox(browser, olga, viewport)
    await rowWith(inbox.page, 'Глеб').waitFor()
  })
  afterAll(() => browser.close())

  /** Nothing in the list stands still for a pointer that is not there. */
  const leaveTheList = () => inbox.page.mouse.move(viewport.width, 0)

  /** The first by its menu, the others by a press. */
  async function mark(first: string, ...others: readonly string[]): Promise<void> {
    const { page } = inbox
    if (isPhone) await longPress(page, rowWith(page, first))
    else await rowWith(page, first).click({ button: 'right' })
    await item(page, 'Выбрать').click()
    await marking(page).waitFor()
    for (const name of others) await rowWith(page, name).click()
    await leaveTheList()
  }

  it('are chosen and let go by a press', async () => {
    const { page } = inbox
    await mark('Борис', 'Глеб', 'Анна')
    await eventually(() => marking(page).getByRole('status').textContent()).toBe('Выбрано 3')
    await rowWith(page, 'Глеб').click()
    await eventually(() => marking(page).getByRole('status').textContent()).toBe('Выбрано 2')
    expect(await page.getByRole('option', { selected: true }).count()).toBe(2)
    expect(page.url()).toMatch(/\/inbox$/)
    await deed(page, 'Закончить выбор').click()
    await marking(page).waitFor({ state: 'detached' })
  })

  if (!isPhone)
    it('are chosen by keys, all between two at once', async () => {
      const { page } = inbox
      await rowWith(page, 'Анна').focus()
      await page.keyboard.press('x')
      await page.keyboard.press('j')
      await page.keyboard.press('j')
      await page.keyboard.press('Shift+X')
      await eventually(() => marking(page).getByRole('status').textContent()).toBe('Выбрано 3')
      await rowWith(page, 'Анна').click()
      await eventually(() => marking(page).getByRole('status').textContent()).toBe('Выбрано 2')
      await rowWith(page, 'Глеб').click({ modifiers: ['Shift'] })
      await eventually(() => marking(page).getByRole('status').textContent()).toBe('Выбрано 3')
      await leaveTheList()
      await page.keyboard.press('Escape')
      await marking(page).waitFor({ state: 'detached' })
    })

  it('go to the archive together, and come back together', async () => {
    const { page } = inbox
    await mark('Борис', 'Вера')
    await deed(page, 'Архивировать').click()
    await leaveTheList()
    await page.getByText('Диалог в архиве: 2 диалога').waitFor()
    await eventually(() => names(page)).toEqual(['Анна', 'Глеб'])
    await eventually(() => page.locator('#inbox-filter').textContent()).toBe('Открытые2')
    await undo(page).click()
    await leaveTheList()
    await eventually(() => names(page)).toEqual(EVERYBODY)
  })

  it('are given to one, and taken back', async () => {
    const { page } = inbox
    await mark('Анна', 'Вера')
    await deed(page, 'Назначить…').click()
    await item(page, 'Ирина Лаптева').click()
    const given = page.locator('[data-test="row"] .second .initials-avatar')
    await eventually(() => given.count()).toBe(2)
    await undo(page).click()
    await eventually(() => given.count()).toBe(0)
    await mark('Анна', 'Вера')
    await deed(page, 'Назначить…').click()
    await item(page, 'Ирина Лаптева').click()
    await eventually(() => given.count()).toBe(2)
    await mark('Анна', 'Вера')
    await deed(page, 'Назначить…').click()
    await item(page, 'Снять назначение').click()
    await eventually(() => given.count()).toBe(0)
  })

  it('are all marked read at once, and unread again', async () => {
    const { page } = inbox
    const unread = page.locator('[data-test="row"].unread')
    await mark('Анна')
    await deed(page, 'Выбрать все в списке').click()
    await eventually(() => marking(page).getByRole('status').textContent()).toBe('Выбрано 4')
    await deed(page, 'Отметить прочитанными').click()
    await eventually(() => unread.count()).toBe(0)
    await undo(page).click()
    await eventually(() => unread.count()).toBe(4)
  })

  it('are put off together, and come back', async () => {
    const { page } = inbox
    await mark('Борис', 'Глеб')
    await deed(page, 'Отложить…').click()
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /Завтра в 9:00/ })
      .click()
    await leaveTheList()
    await eventually(() => names(page)).toEqual(['Анна', 'Вера'])
    await undo(page).click()
    await leaveTheList()
    await eventually(() => names(page)).toEqual(EVERYBODY)
  })

  it('leaves no error in the page', () => {
    expect(inbox.errors).toEqual([])
  })
})
