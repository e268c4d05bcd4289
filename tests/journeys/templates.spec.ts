import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchChromium } from '#tools/browser/launchChromium.ts'
import { testStack } from '#tools/stack/testStack.ts'
import { addPricesTemplate, templateCalled } from './addPricesTemplate.ts'
import type { JourneyBot, JourneyMember, OpenedInbox } from './journeyCompany.ts'
import { JourneyCompany, messageWith, openInbox, rowWith } from './journeyCompany.ts'

const ANNA = 8_500_001
const PAVEL = 8_500_002

const options = (page: Page) => page.locator('[data-test="template-option"]')
const composerOf = (page: Page) => page.locator('[data-test="composer"]')
const sentWith = (page: Page, text: string) =>
  page.locator('[data-test="message"][data-status="sent"]', { hasText: text })

describe('templates, in conversations', () => {
  let browser: Browser
  let company: JourneyCompany
  let olga: JourneyMember
  let bot: JourneyBot
  let wide: OpenedInbox
  let phone: OpenedInbox

  beforeAll(async () => {
    browser = await launchChromium()
    company = await new JourneyCompany().found()
    olga = await company.addMember('Ольга Нечаева', 'admin')
    const irina = await company.addMember('Ирина Лаптева', 'operator')
    bot = await company.connectTelegram(olga)
    await bot.introduce(ANNA, 'Анна Светлова')
    await bot.introduce(PAVEL, 'Павел Громов')
    wide = await openInbox(browser, olga)
    phone = await openInbox(browser, irina, { width: 390, height: 844 })
    await bot.write(ANNA, { text: 'Сколько стоит плед?' })
    await bot.write(PAVEL, { text: 'А доставка?' })
    await rowWith(wide.page, 'Павел').waitFor()
    await open(wide, 'templates')
    await addPricesTemplate(wide.page)
  })
  afterAll(() => browser.close())

  const open = ({ page }: OpenedInbox, section: string) =>
    page.goto(`${testStack.url('hosting')}/c/${company.companyId}/${section}`)

  it('taken by «/», it stands filled in, with its file, and goes out so', async () => {
    const { page } = wide
    await open(wide, 'inbox')
    await rowWith(page, 'Анна').click()
    await composerOf(page).pressSequentially('/це')
    await options(page).first().waitFor()
    expect(await options(page).first().textContent()).toContain('Цены в файле, Анна Светлова')
    await composerOf(page).press('Tab')
    await page.getByRole('button', { name: 'Убрать файл цены.pdf' }).waitFor()
    expect(await composerOf(page).inputValue()).toBe('Цены в файле, Анна Светлова')
    await composerOf(page).press('Enter')
    await sentWith(page, 'Цены в файле, Анна Светлова').waitFor()
    expect(await messageWith(page, 'Цены в файле').textContent()).toContain('цены.pdf')
    expect(await bot.answersSeenBy(ANNA)).toContain('Цены в файле, Анна Светлова')
  })

  it('turned down by Esc, «/» is sent as it was typed', async () => {
    const { page } = wide
    await composerOf(page).pressSequentially('/це')
    await options(page).first().waitFor()
    await composerOf(page).press('Escape')
    await options(page).first().waitFor({ state: 'detached' })
    await composerOf(page).press('Enter')
    await sentWith(page, '/це').waitFor()
  })

  it('emoji stand where the cursor is', async () => {
    const { page } = wide
    await composerOf(page).fill('Ждём ')
    await page.getByRole('button', { name: 'Эмодзи' }).click()
    await page.getByRole('searchbox', { name: 'Поиск эмодзи' }).fill('пицца')
    await page.getByRole('searchbox', { name: 'Поиск эмодзи' }).press('Enter')
    expect(await composerOf(page).inputValue()).toBe('Ждём 🍕')
    await page.keyboard.press('Escape')
    await composerOf(page).fill('')
  })

  it('on a phone a colleague finds it in the list, and takes it by its button', async () => {
    const { page } = phone
    await open(phone, 'templates')
    await templateCalled(page, 'Цены в файле, @name@').waitFor()
    await open(phone, 'inbox')
    await rowWith(page, 'Павел').click()
    await page.getByRole('button', { name: 'Шаблоны быстрых ответов' }).click()
    await options(page).first().click()
    await page.getByRole('button', { name: 'Убрать файл цены.pdf' }).waitFor()
    await page.locator('[data-test="send"]').click()
    await sentWith(page, 'Цены в файле, Павел Громов').waitFor()
    expect(await bot.answersSeenBy(PAVEL)).toContain('Цены в файле, Павел Громов')
  })

  it('on a phone emoji are behind the paper clip', async () => {
    const { page } = phone
    await page.getByRole('button', { name: 'Прикрепить', exact: true }).click()
    await page.getByRole('menuitem', { name: 'Эмодзи' }).click()
    await page.locator('[data-test="emoji"] [role="gridcell"] button').first().click()
    expect(await composerOf(page).inputValue()).not.toBe('')
  })

  it('leaves no error in either page', () => {
    expect([...wide.errors, ...phone.errors]).toEqual([])
  })
})
