import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchChromium } from '#tools/browser/launchChromium.ts'
import { eventually } from './eventually.ts'
import type { JourneyBot, OpenedInbox } from './journeyCompany.ts'
import { JourneyCompany, openInbox, rowWith } from './journeyCompany.ts'

const CUSTOMERS = ['Анна Светлова', 'Борис Котов', 'Вера Мухина', 'Глеб Орлов'] as const
const FIRST_ID = 8_940_001

const focused = (page: Page) =>
  page.evaluate(() => document.activeElement?.getAttribute('data-test') ?? document.activeElement?.tagName)
const focusedRow = (page: Page) =>
  page.evaluate(() => document.activeElement?.closest('[data-test="row"]')?.textContent ?? '')
const composer = (page: Page) => page.locator('[data-test="composer"]')

describe('the keys of the inbox', () => {
  const company = new JourneyCompany()
  let browser: Browser
  let bot: JourneyBot
  let inbox: OpenedInbox
  let page: Page

  beforeAll(async () => {
    browser = await launchChromium()
    await company.found()
    const olga = await company.addMember('Ольга Нечаева', 'admin')
    bot = await company.connectTelegram(olga)
    inbox = await openInbox(browser, olga)
    page = inbox.page
    for (const [at, name] of CUSTOMERS.entries()) {
      await bot.introduce(FIRST_ID + at, name)
      await bot.write(FIRST_ID + at, { text: `Пишет ${name}`, date: Math.floor(Date.now() / 1000) - 10 + at })
      await rowWith(page, name).waitFor()
    }
  })
  afterAll(() => browser.close())

  const press = (key: string) => page.keyboard.press(key)
  const isOpen = (name: string) => page.locator('h2', { hasText: name }).first().waitFor()

  it('walk the rows, by arrows and by letters', async () => {
    await rowWith(page, 'Глеб').focus()
    await press('ArrowDown')
    await eventually(() => focusedRow(page)).toContain('Вера')
    await press('KeyJ')
    await eventually(() => focusedRow(page)).toContain('Борис')
    await press('KeyK')
    await eventually(() => focusedRow(page)).toContain('Вера')
    await press('End')
    await eventually(() => focusedRow(page)).toContain('Анна')
    await press('Home')
    await eventually(() => focusedRow(page)).toContain('Глеб')
    await press('PageDown')
    await eventually(() => focusedRow(page)).toContain('Анна')
  })

  it('open a row, and its neighbours from the composer, too', async () => {
    await press('Enter')
    await isOpen('Анна Светлова')
    await eventually(() => focused(page)).toBe('composer')
    await press('Alt+ArrowUp')
    await isOpen('Борис Котов')
    await press('Alt+ArrowUp')
    await isOpen('Вера Мухина')
    await press('Alt+ArrowDown')
    await isOpen('Борис Котов')
  })

  it('leave the composer by Esc, and come back by R and N', async () => {
    await composer(page).focus()
    await press('Escape')
    await eventually(() => focused(page)).not.toBe('composer')
    await press('KeyR')
    await eventually(() => focused(page)).toBe('composer')
    await press('Escape')
    await press('KeyN')
    await eventually(() => focused(page)).toBe('note-composer')
    await press('Escape')
    await press('KeyR')
    await eventually(() => focused(page)).toBe('composer')
    await press('Escape')
  })

  it('mark answered, and undo takes it back', async () => {
    await page.getByRole('link', { name: /Борис Котов.*без ответа/ }).waitFor()
    await press('KeyU')
    await page.getByRole('link', { name: /Борис Котов.*без ответа/ }).waitFor({ state: 'detached' })
    await press('Control+KeyZ')
    await page.getByRole('link', { name: /Борис Котов.*без ответа/ }).waitFor()
  })

  it('act by their place in the Russian layout', async () => {
    await page.evaluate(() => {
      const target = document.activeElement ?? document.body
      target.dispatchEvent(new KeyboardEvent('keydown', { key: 'г', code: 'KeyU', bubbles: true }))
    })
    await page.getByRole('link', { name: /Борис Котов.*без ответа/ }).waitFor({ state: 'detached' })
  })

  it('mute, assign and show the card', async () => {
    await press('KeyM')
    await rowWith(page, 'Борис').locator('.quiet').waitFor()
    await press('KeyM')
    await rowWith(page, 'Борис').locator('.quiet').waitFor({ state: 'detached' })
    await press('KeyA')
    await page.getByRole('menuitem', { name: 'Назначить на меня' }).waitFor()
    await press('Escape')
    await page.locator('[role^="menuitem"]').first().waitFor({ state: 'detached' })
    const card = page.getByRole('complementary', { name: 'Карточка контакта' })
    const wasShown = await card.isVisible()
    await press('KeyD')
    await card.waitFor({ state: wasShown ? 'hidden' : 'visible' })
    await press('KeyD')
    await card.waitFor({ state: wasShown ? 'visible' : 'hidden' })
  })

  it('choose a filter, and open their menu', async () => {
    await press('Shift+Digit4')
    await eventually(() => new URL(page.url()).searchParams.get('filter')).toBe('archived')
    await press('Shift+Digit2')
    await rowWith(page, 'Глеб').waitFor()
    await press('KeyF')
    await page.getByRole('menuitemradio', { name: 'Архивные' }).waitFor()
    await press('Escape')
    await page.getByRole('menuitemradio').first().waitFor({ state: 'detached' })
  })

  it('go from pane to pane, and to another section and back', async () => {
    await rowWith(page, 'Глеб').focus()
    const seen = new Set<string>()
    for (let each = 0; each < 5; each++) {
      await press('F6')
      seen.add(String(await focused(page)))
    }
    expect(seen).toContain('composer')
    expect(seen).toContain('row')
    await page.evaluate('document.activeElement?.blur()')
    await press('KeyG')
    await press('Digit3')
    await eventually(() => new URL(page.url()).pathname).not.toContain('/inbox')
    await press('KeyG')
    await press('Digit1')
    await rowWith(page, 'Глеб').waitFor()
  })

  it('begin a new message, unless one is writing', async () => {
    await press('KeyC')
    await page.getByRole('dialog', { name: 'Новое сообщение' }).waitFor()
    await press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await rowWith(page, 'Глеб').click()
    await composer(page).fill('')
    await composer(page).pressSequentially('cemuадГ')
    expect(await composer(page).inputValue()).toBe('cemuадГ')
    expect(await page.getByRole('dialog').count()).toBe(0)
  })

  it('leave no error in the page', () => {
    expect(inbox.errors).toEqual([])
  })
})
