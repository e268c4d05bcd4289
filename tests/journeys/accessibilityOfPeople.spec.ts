import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { teamIdSchema } from '#shared/domain/ids.ts'
import { aTeam } from '#tests/builders/aTeam.ts'
import { codeSentBy } from '#tools/browser/codeSentBy.ts'
import { launchChromium } from '#tools/browser/launchChromium.ts'
import { writeDocument } from '#tools/demo/documents.ts'
import { testStack } from '#tools/stack/testStack.ts'
import type { JourneyMember } from './journeyCompany.ts'
import { JourneyCompany, openInbox } from './journeyCompany.ts'
import { violationsOn } from './violationsOn.ts'

const origin = testStack.url('hosting')

describe.each(['light', 'dark'] as const)('nobody is shut out among people, %s', (theme) => {
  const company = new JourneyCompany()
  const inCompany = (path: string) => `${origin}/c/${company.companyId}/${path}`
  let browser: Browser
  let anna: JourneyMember
  let petr: JourneyMember

  beforeAll(async () => {
    browser = await launchChromium()
    await company.found()
    const { companyId } = company
    anna = await company.addMember('Анна Кузнецова', 'admin')
    petr = await company.addMember('Пётр Волков', 'operator')
    await writeDocument(
      'teams',
      { companyId, teamId: teamIdSchema.parse('sales') },
      aTeam({ name: 'Отдел продаж' }),
    )
  })
  afterAll(() => browser.close())

  async function setTheme(page: Page): Promise<void> {
    await page.evaluate((value) => localStorage.setItem('pact.theme', value), theme)
    await page.reload()
  }

  /** What stands in the dialog is looked at, and it is left as it came. */
  async function lookAtDialog(page: Page, name: RegExp): Promise<void> {
    const dialog = page.getByRole('dialog', { name })
    await dialog.getByRole('button', { name: 'Отмена' }).waitFor()
    expect(await violationsOn(page), String(name)).toEqual([])
    await dialog.getByRole('button', { name: 'Отмена' }).click()
    await dialog.waitFor({ state: 'hidden' })
  }

  it('where the code is entered', async () => {
    const irina = await company.addMember('Ирина Лаптева', 'operator')
    const page = await (await browser.newContext({ locale: 'ru-RU' })).newPage()
    await page.goto(`${origin}/sign-in`)
    await setTheme(page)
    await page.locator('input[inputmode="tel"]').fill(irina.phone)
    const ask = () => page.getByRole('button', { name: 'Получить код' }).click()
    await codeSentBy(ask, testStack.url('simulators'), irina.phone)
    await page.locator('input[autocomplete="one-time-code"]').waitFor()
    expect(await violationsOn(page)).toEqual([])
  })

  it('in the dialogs about members, departments and companies', async () => {
    const { page } = await openInbox(browser, anna)
    await setTheme(page)
    await page.goto(inCompany('staff'))
    const row = page.locator('[data-test="member"]', { hasText: 'Пётр Волков' })
    await page.getByRole('button', { name: 'Пригласить' }).first().click()
    await lookAtDialog(page, /Пригласить сотрудников/)
    await row.getByRole('button', { name: /Действия/ }).click()
    await page.getByRole('menuitem', { name: 'Роль и доступ' }).click()
    await lookAtDialog(page, /Роль и доступ/)
    await row.getByRole('button', { name: /Действия/ }).click()
    await page.getByRole('menuitem', { name: 'Удалить из компании' }).click()
    await lookAtDialog(page, /Удалить из компании/)
    await page.getByRole('button', { name: 'Добавить отдел' }).click()
    await lookAtDialog(page, /Новый отдел/)
    await page.locator('#user-menu').click()
    await page.getByRole('menuitem', { name: 'Создать компанию' }).click()
    await lookAtDialog(page, /Новая компания/)
  })

  it('where an operator may not go, and once he is removed', async () => {
    const { page } = await openInbox(browser, petr)
    await setTheme(page)
    await page.goto(inCompany('staff'))
    await page.getByText('Этот раздел доступен администратору').waitFor()
    expect(await violationsOn(page)).toEqual([])
    await company.removeMember(petr)
    await page.getByText('Вас больше нет в компании').waitFor({ timeout: 30_000 })
    expect(await violationsOn(page)).toEqual([])
  })
})
