import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { inboxPath, messageSettingsPath } from '#shared/domain/pagePaths.ts'
import { launchChromium } from '#tools/browser/launchChromium.ts'
import { testStack } from '#tools/stack/testStack.ts'
import type { JourneyBot } from './journeyCompany.ts'
import { JourneyCompany, messageWith, openInbox, rowWith } from './journeyCompany.ts'

const ANNA = 8_700_001
const GREETING = 'Здравствуйте. Скоро ответим.'

describe('a channel that answers and assigns by itself', () => {
  let browser: Browser
  let company: JourneyCompany
  let bot: JourneyBot
  let page: Page

  beforeAll(async () => {
    browser = await launchChromium()
    company = await new JourneyCompany().found()
    const olga = await company.addMember('Ольга Нечаева', 'admin')
    bot = await company.connectTelegram(olga)
    await bot.introduce(ANNA, 'Анна Светлова')
    page = (await openInbox(browser, olga)).page
  })
  afterAll(() => browser.close())

  it('is told to by an admin, who reads in a line what it will do', async () => {
    await page.goto(testStack.url('hosting') + messageSettingsPath(company.companyId))
    await page.getByLabel('Распределять диалоги').selectOption('По очереди')
    await page.getByLabel('Только тем, кто на связи').check()
    await page.getByLabel('Приветствие').fill(GREETING)
    await page.getByText('По очереди, только тем, кто на связи · приветствие').waitFor()
    await page.getByRole('button', { name: 'Сохранить' }).click()
    await page.getByText('Сохранено.').waitFor()
    await page.reload()
    await page.getByText('По очереди, только тем, кто на связи · приветствие').waitFor()
  })

  it('greets who writes for the first time, once, and the conversation waits for an answer still', async () => {
    await page.goto(testStack.url('hosting') + inboxPath(company.companyId))
    await bot.write(ANNA, { text: 'Есть ли бежевый плед?' })
    await bot.write(ANNA, { text: 'И серый?' })
    await page.getByRole('link', { name: /Анна Светлова.*без ответа.*2 непрочитанн/ }).waitFor()
    await vi.waitFor(async () => expect(await bot.answersSeenBy(ANNA)).toEqual([GREETING]), {
      timeout: 30_000,
    })
  })

  it('shows in the thread that nobody wrote the greeting, and to whom the conversation went', async () => {
    await rowWith(page, 'Анна Светлова').click()
    await messageWith(page, GREETING).getByText('Автоответ').waitFor()
    await page.getByText('Автоматически: диалог назначен на вас').waitFor()
    expect(await messageWith(page, GREETING).count()).toBe(1)
  })
})
