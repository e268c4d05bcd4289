import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchChromium } from '#tools/browser/launchChromium.ts'
import type { JourneyMember, OpenedInbox } from './journeyCompany.ts'
import { JourneyCompany, messageWith, openInbox, rowWith } from './journeyCompany.ts'

const ANNA = 8_600_001
const PAVEL = 8_600_002

const PATIENCE = { timeout: 15_000 }

const bar = (page: Page) => page.locator('[data-test="command-bar"]')
const option = (page: Page, text: string) => bar(page).getByRole('option').filter({ hasText: text })
const place = (page: Page) => page.locator('[data-test="thread-search-place"]')

async function type(page: Page, text: string): Promise<void> {
  await page.keyboard.press('Control+KeyK')
  await bar(page).getByRole('combobox').fill(text)
}

async function letters(page: Page, areOn: boolean): Promise<void> {
  await type(page, '> сочетания')
  await option(page, 'Сочетания клавиш').click()
  await page.getByLabel('Буквенные сочетания').setChecked(areOn)
  const table = page.getByRole('dialog', { name: 'Сочетания клавиш' })
  await table.getByRole('button', { name: 'Закрыть' }).click()
  await table.waitFor({ state: 'hidden' })
}

describe('whatever one looks for', () => {
  let browser: Browser
  let olga: JourneyMember
  let inbox: OpenedInbox

  beforeAll(async () => {
    browser = await launchChromium()
    const company = await new JourneyCompany().found()
    olga = await company.addMember('Ольга Нечаева', 'admin')
    const bot = await company.connectTelegram(olga)
    await bot.introduce(ANNA, 'Анна Светлова')
    await bot.introduce(PAVEL, 'Павел Гринёв')
    inbox = await openInbox(browser, olga)
    await bot.write(ANNA, { text: 'Где мой заказ?' })
    await bot.write(ANNA, { text: 'И ещё: можно забрать самой?' })
    await bot.write(PAVEL, { text: 'Добрый день' })
    await rowWith(inbox.page, 'Анна').waitFor()
    await rowWith(inbox.page, 'Павел').waitFor()
  })
  afterAll(() => browser.close())

  it('a contact is found by the beginning of his name, ё or е, and opened by Enter', async () => {
    const { page } = inbox
    await type(page, 'грине')
    await option(page, 'Павел Гринёв').waitFor()
    await page.keyboard.press('Enter')
    await messageWith(page, 'Добрый день').waitFor()
    await bar(page).waitFor({ state: 'detached' })
  })

  it('a message is found by another form of its word, and gone to', async () => {
    const { page } = inbox
    await type(page, 'заказами')
    await option(page, 'Где мой заказ').click()
    await messageWith(page, 'Где мой заказ?').waitFor()
    await expect.poll(() => page.url()).not.toContain('message=')
  })

  it('the empty bar offers whom one was with, and what can be done now', async () => {
    const { page } = inbox
    await page.keyboard.press('Control+KeyK')
    await option(page, 'Павел Гринёв').waitFor()
    await option(page, 'Назначить на меня').click()
    await page.getByText('Диалог назначен на вас').waitFor()
  })

  it('in a conversation Ctrl F walks through what was found', async () => {
    const { page } = inbox
    await page.keyboard.press('Control+KeyF')
    await page.locator('[data-test="thread-search"] input').fill('заказов')
    await expect.poll(() => place(page).textContent(), PATIENCE).toBe('1 из 1')
    await page.locator('[data-test="thread-search"] input').fill('возврат')
    await expect.poll(() => place(page).textContent(), PATIENCE).toBe('Не нашли')
    await page.keyboard.press('Escape')
    await page.locator('[data-test="thread-search"]').waitFor({ state: 'detached' })
  })

  it('letters do nothing once they are switched off, and everything again when on', async () => {
    const { page } = inbox
    const card = page.locator('.card')
    await card.waitFor()
    await letters(page, false)
    await rowWith(page, 'Анна').focus()
    await page.keyboard.press('KeyD')
    await page.keyboard.press('Slash')
    expect([await card.count(), await bar(page).count()]).toEqual([1, 0])
    await letters(page, true)
    await rowWith(page, 'Анна').focus()
    await page.keyboard.press('KeyD')
    await card.waitFor({ state: 'detached' })
    await page.keyboard.press('KeyG')
    await page.keyboard.press('Digit3')
    await page.waitForURL(/\/templates$/)
  })

  it('on a phone a magnifier opens the same bar', async () => {
    const phone = await openInbox(browser, olga, { width: 390, height: 844 })
    await rowWith(phone.page, 'Анна').waitFor()
    await phone.page.getByRole('button', { name: 'Поиск', exact: true }).click()
    await bar(phone.page).getByRole('combobox').fill('анн')
    await option(phone.page, 'Анна Светлова').click()
    await messageWith(phone.page, 'Где мой заказ?').waitFor()
    expect(phone.errors).toEqual([])
  })

  it('leaves no error in the page', () => {
    expect(inbox.errors).toEqual([])
  })
})
