import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchChromium } from '#tools/browser/launchChromium.ts'
import { testStack } from '#tools/stack/testStack.ts'
import { JourneyCompany, openInbox, reply, rowWith } from './journeyCompany.ts'
import { violationsOn as violations } from './violationsOn.ts'

const ELENA = 8_400_001

async function setTheme(page: Page, theme: 'light' | 'dark'): Promise<void> {
  await page.evaluate((value) => localStorage.setItem('pact.theme', value), theme)
  await page.reload()
}

describe('nobody is shut out', () => {
  let browser: Browser
  let company: JourneyCompany

  beforeAll(async () => {
    browser = await launchChromium()
    company = await new JourneyCompany().found()
    const olga = await company.addMember('Ольга Нечаева', 'admin')
    const bot = await company.connectTelegram(olga)
    await bot.introduce(ELENA, 'Елена Прокофьева')
    await bot.write(ELENA, { text: 'Добрый день, есть бежевый?' })
  })
  afterAll(() => browser.close())

  /** Somebody else each time: one phone gets only so many codes. */
  async function openAsAdmin(viewport?: { width: number; height: number }) {
    const { page } = await openInbox(browser, await company.addMember('Ирина Лаптева', 'admin'), viewport)
    return page
  }

  it.each(['light', 'dark'] as const)('at sign-in, %s', async (theme) => {
    const page = await (await browser.newContext({ locale: 'ru-RU' })).newPage()
    await page.goto(`${testStack.url('hosting')}/sign-in`)
    await setTheme(page, theme)
    await page.getByRole('button', { name: 'Получить код' }).waitFor()
    expect(await violations(page)).toEqual([])
  })

  it.each([
    ['light', 1440, 900],
    ['dark', 1440, 900],
    ['light', 390, 844],
    ['dark', 390, 844],
  ] as const)('in the inbox, %s, %i × %i', async (theme, width, height) => {
    const page = await openAsAdmin({ width, height })
    await setTheme(page, theme)
    await rowWith(page, 'Елена Прокофьева').waitFor()
    expect(await violations(page)).toEqual([])
    await rowWith(page, 'Елена Прокофьева').click()
    await reply(page, `Есть, ${theme} ${String(width)}`)
    await page
      .locator('[data-test="message"][data-status="sent"]', { hasText: `Есть, ${theme} ${String(width)}` })
      .waitFor()
    expect(await violations(page)).toEqual([])
  })

  it.each(['light', 'dark'] as const)('in the channels’ settings, %s', async (theme) => {
    const page = await openAsAdmin()
    await setTheme(page, theme)
    await page.goto(`${testStack.url('hosting')}/c/${company.companyId}/settings/channels`)
    await page.getByText('@bot_').waitFor()
    expect(await violations(page)).toEqual([])
  })

  it.each(['light', 'dark'] as const)(
    'in the account, templates, staff, company and journal, %s',
    async (theme) => {
      const page = await openAsAdmin()
      await setTheme(page, theme)
      for (const [path, title] of [
        ['/account', 'Настройки аккаунта'],
        [`/c/${company.companyId}/templates`, 'Шаблоны быстрых ответов'],
        [`/c/${company.companyId}/staff`, 'Сотрудники'],
        [`/c/${company.companyId}/settings/company`, 'Настройки'],
        [`/c/${company.companyId}/settings/audit`, 'Настройки'],
      ] as const) {
        await page.goto(`${testStack.url('hosting')}${path}`)
        await page.getByRole('heading', { level: 1, name: title }).waitFor()
        expect(await violations(page), path).toEqual([])
      }
    },
  )

  it.each(['light', 'dark'] as const)('in the command bar and the table of keys, %s', async (theme) => {
    const page = await openAsAdmin()
    await setTheme(page, theme)
    await rowWith(page, 'Елена Прокофьева').waitFor()
    for (const typed of ['', 'елен', 'бежевая', 'нигде такого нет']) {
      await page.keyboard.press('Control+KeyK')
      await page.getByRole('combobox').fill(typed)
      await page.getByRole('option').or(page.getByText('Ничего не нашли')).first().waitFor()
      expect(await violations(page), typed).toEqual([])
      await page.keyboard.press('Escape')
      await page.getByRole('combobox').waitFor({ state: 'hidden' })
    }
    await page.keyboard.press('Shift+Slash')
    await page.getByRole('dialog', { name: 'Сочетания клавиш' }).waitFor()
    expect(await violations(page)).toEqual([])
  })

  it('by a link that leads nowhere', async () => {
    const page = await (await browser.newContext({ locale: 'ru-RU' })).newPage()
    for (const path of ['/invitation', '/confirm-email']) {
      await page.goto(`${testStack.url('hosting')}${path}#${'A'.repeat(43)}`)
      await page.getByRole('heading', { level: 1 }).waitFor()
      expect(await violations(page), path).toEqual([])
    }
  })

  it('who has no mouse opens a conversation and answers it', async () => {
    const page = await openAsAdmin()
    await rowWith(page, 'Елена Прокофьева').waitFor()
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Enter')
    await page.locator('[data-test="composer"]').waitFor()
    await page.keyboard.press('r')
    await page.keyboard.type('С клавиатуры')
    await page.keyboard.press('Enter')
    await page.locator('[data-test="message"][data-status="sent"]', { hasText: 'С клавиатуры' }).waitFor()
  })
})
