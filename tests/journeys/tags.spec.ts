import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchChromium } from '#tools/browser/launchChromium.ts'
import { testStack } from '#tools/stack/testStack.ts'
import type { OpenedInbox } from './journeyCompany.ts'
import { JourneyCompany, openInbox, rowWith } from './journeyCompany.ts'

const ANNA = 8_950_001
const PETR = 8_950_002

const bar = (page: Page) => page.getByRole('toolbar', { name: /^Выбран/ })
const dialogOf = (page: Page) => page.getByRole('dialog', { name: 'Теги выбранных клиентов' })
const tagBox = (page: Page, name: string) => dialogOf(page).getByRole('checkbox', { name, exact: true })

describe.each([
  ['a wide window', { width: 1440, height: 900 }],
  ['a phone', { width: 390, height: 844 }],
] as const)('tags of many, in %s', (_name, viewport) => {
  let browser: Browser
  let company: JourneyCompany
  let opened: OpenedInbox

  beforeAll(async () => {
    browser = await launchChromium()
    company = await new JourneyCompany().found()
    const olga = await company.addMember('Ольга Нечаева', 'admin')
    const bot = await company.connectTelegram(olga)
    await bot.introduce(ANNA, 'Анна Светлова')
    await bot.introduce(PETR, 'Пётр Орлов')
    opened = await openInbox(browser, olga, viewport)
    await bot.write(ANNA, { text: 'Можно обменять плед?' })
    await bot.write(PETR, { text: 'Есть прокат?' })
    await rowWith(opened.page, 'Анна Светлова').waitFor()
    await rowWith(opened.page, 'Пётр Орлов').waitFor()
  }, 120_000)
  afterAll(() => browser.close())

  async function markBoth(page: Page) {
    await rowWith(page, 'Анна Светлова').click({ button: 'right' })
    await page.getByRole('menuitem', { name: 'Выбрать' }).click()
    await bar(page).getByRole('button', { name: 'Выбрать все в списке' }).click()
    await expect.poll(() => bar(page).getByRole('status').textContent()).toBe('Выбрано 2')
  }

  async function openTags(page: Page) {
    await markBoth(page)
    await bar(page).getByRole('button', { name: 'Теги' }).click()
    await dialogOf(page).waitFor()
  }

  it('one is made and given to all who are marked', async () => {
    const { page } = opened
    await openTags(page)
    await dialogOf(page).getByLabel('Новый тег').fill('подарок')
    await dialogOf(page).getByRole('button', { name: 'Применить' }).click()
    const toast = page.getByRole('status').filter({ hasText: 'Теги изменены: 2 клиента' })
    await toast.getByRole('button', { name: 'Закрыть' }).click()
    await openTags(page)
    await expect.poll(() => tagBox(page, 'подарок').isChecked()).toBe(true)
  })

  it('one is taken from all, and back by undo', async () => {
    const { page } = opened
    await tagBox(page, 'подарок').uncheck()
    await dialogOf(page).getByRole('button', { name: 'Применить' }).click()
    await page.getByRole('button', { name: 'Отменить' }).click()
    await openTags(page)
    await expect.poll(() => tagBox(page, 'подарок').isChecked()).toBe(true)
    await dialogOf(page).getByRole('button', { name: 'Отмена' }).click()
    await dialogOf(page).waitFor({ state: 'hidden' })
    await bar(page).getByRole('button', { name: 'Закончить выбор' }).click()
  })

  it('one deleted in the settings is nobody’s any longer', async () => {
    const { page } = opened
    await page.goto(`${testStack.url('hosting')}/c/${company.companyId}/settings/company`)
    const line = page.locator('[data-test="company-tag"]', { hasText: 'подарок' })
    await line.getByRole('button', { name: 'Удалить тег «подарок»' }).click()
    await page.getByRole('button', { name: 'Удалить тег', exact: true }).click()
    await line.waitFor({ state: 'detached' })
    await page.getByText('Тегов пока нет').waitFor()
    await page.goto(`${testStack.url('hosting')}/c/${company.companyId}/inbox`)
    await rowWith(page, 'Анна Светлова').waitFor()
    await openTags(page)
    await dialogOf(page).getByText('Тегов в компании пока нет').waitFor()
  })

  it('leaves no error in the page', () => {
    expect(opened.errors).toEqual([])
  })
})
