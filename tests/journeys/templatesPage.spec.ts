import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchChromium } from '#tools/browser/launchChromium.ts'
import { testStack } from '#tools/stack/testStack.ts'
import { addPricesTemplate, templateCalled } from './addPricesTemplate.ts'
import { JourneyCompany, openInbox } from './journeyCompany.ts'

describe.each([
  ['a wide window', { width: 1440, height: 900 }],
  ['a phone', { width: 390, height: 844 }],
] as const)('templates, on their page in %s', (_name, viewport) => {
  let browser: Browser
  let page: Page
  let errors: readonly string[]

  beforeAll(async () => {
    browser = await launchChromium()
    const company = await new JourneyCompany().found()
    const irina = await company.addMember('Ирина Лаптева', 'operator')
    ;({ page, errors } = await openInbox(browser, irina, viewport))
    await page.goto(`${testStack.url('hosting')}/c/${company.companyId}/templates`)
  }, 120_000)
  afterAll(() => browser.close())

  const dialog = () => page.getByRole('dialog')
  const openDialogOf = (name: string) =>
    templateCalled(page, name).getByRole('button', { name, exact: true }).click()

  it('are none at first', async () => {
    await page.getByText('Шаблонов пока нет').waitFor()
  })

  it('are added by an operator, with a file and the name as a variable', async () => {
    await addPricesTemplate(page)
    expect(await templateCalled(page, 'Цены').textContent()).toContain('Цены в файле, @name@')
  })

  it('are not added without a name', async () => {
    await page.getByRole('button', { name: 'Добавить' }).first().click()
    await dialog().getByLabel('Текст ответа').fill('Доставим за два дня')
    await dialog().getByRole('button', { name: 'Сохранить' }).click()
    await dialog().getByText('Введите название шаблона').waitFor()
    await dialog().getByLabel('Название шаблона').fill('Доставка')
    await dialog().getByRole('button', { name: 'Сохранить' }).click()
    await templateCalled(page, 'Доставим за два дня').waitFor()
  })

  it('are said otherwise', async () => {
    await openDialogOf('Доставка')
    await dialog().getByLabel('Текст ответа').fill('Доставим завтра')
    await dialog().getByRole('button', { name: 'Сохранить' }).click()
    await templateCalled(page, 'Доставим завтра').waitFor()
    expect(await templateCalled(page, 'Доставка').count()).toBe(1)
  })

  it('are found by a word of their text', async () => {
    const search = page.getByRole('searchbox', { name: 'Поиск по шаблонам' })
    await search.fill('завтра')
    await templateCalled(page, 'Цены').waitFor({ state: 'detached' })
    expect(await templateCalled(page, 'Доставка').count()).toBe(1)
    await search.fill('слон')
    await page.getByText('Ничего не нашли: «слон»').waitFor()
    await search.fill('')
    await templateCalled(page, 'Цены').waitFor()
  })

  it('do not lose what is not saved without a question', async () => {
    await openDialogOf('Цены')
    await dialog().getByLabel('Текст ответа').fill('Другое')
    await page.keyboard.press('Escape')
    await page.getByText('Закрыть без сохранения?').waitFor()
    await dialog().getByRole('button', { name: 'Закрыть', exact: true }).click()
    await dialog().first().waitFor({ state: 'hidden' })
    expect(await templateCalled(page, 'Цены').textContent()).toContain('@name@')
  })

  it('are back by undo when deleted', async () => {
    await templateCalled(page, 'Цены')
      .getByRole('button', { name: /Действия/ })
      .click()
    await page.getByRole('menuitem', { name: 'Удалить' }).click()
    await templateCalled(page, 'Цены').waitFor({ state: 'detached' })
    await page.getByRole('button', { name: 'Отменить' }).click()
    await templateCalled(page, 'Цены').waitFor()
  })

  it('leave no error in the page', () => {
    expect(errors).toEqual([])
  })
})
