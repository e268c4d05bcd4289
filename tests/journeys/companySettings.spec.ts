import { readFile } from 'node:fs/promises'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { companyIdSchema } from '#shared/domain/ids.ts'
import { launchChromium } from '#tools/browser/launchChromium.ts'
import { readDocument } from '#tools/demo/documents.ts'
import { testStack } from '#tools/stack/testStack.ts'
import { eventually } from './eventually.ts'
import type { JourneyMember, OpenedInbox } from './journeyCompany.ts'
import { JourneyCompany, openInbox } from './journeyCompany.ts'

const origin = testStack.url('hosting')
/** What a spreadsheet would take for a formula. */
const FORMULA = '=HYPERLINK("http://evil")'

describe('what an admin settles for a company', () => {
  const company = new JourneyCompany('Тёплый дом')
  const other = new JourneyCompany('Лыжная школа')
  const { companyId } = company
  let browser: Browser
  let olga: JourneyMember
  let inbox: OpenedInbox
  let page: Page

  beforeAll(async () => {
    browser = await launchChromium()
    await company.found()
    await other.found()
    olga = await company.addMember('Ольга Нечаева', 'admin')
    await other.admit(olga, 'admin')
    inbox = await openInbox(browser, olga)
    ;({ page } = inbox)
  })
  afterAll(() => browser.close())

  const stored = () => readDocument('companies', { companyId })
  const openSettings = () => page.goto(`${origin}/c/${companyId}/settings/company`)
  const save = () => page.getByRole('button', { name: 'Сохранить' }).click()
  const companies = () => page.getByRole('menu', { name: 'Компании' })

  async function openSwitcher(): Promise<void> {
    await page.locator('#company-switcher').click()
    await companies().waitFor()
  }

  it('is not saved while it is wrong', async () => {
    await openSettings()
    await page.getByLabel('Название', { exact: true }).fill(' ')
    await page.getByLabel('Часовой пояс').fill('Марс/Олимп')
    await save()
    await page.getByText('Введите название компании').waitFor()
    await page.getByText('Выберите часовой пояс из списка').waitFor()
    expect(await stored()).toMatchObject({ name: 'Тёплый дом' })
    await page.getByRole('button', { name: 'Отменить изменения' }).click()
    expect(await page.getByLabel('Название', { exact: true }).inputValue()).toBe('Тёплый дом')
  })

  it('name, zone and hours are kept, and the frame bears the name at once', async () => {
    await page.getByLabel('Название', { exact: true }).fill(FORMULA)
    await page.getByLabel('Часовой пояс').fill('Asia/Vladivostok')
    await page.getByLabel(/понедельник: когда работаем/i).selectOption({ label: 'По часам' })
    await page.getByLabel(/понедельник: с$/i).fill('10:00')
    await page.getByLabel(/понедельник: до$/i).fill('19:30')
    await page.getByRole('button', { name: 'Все дни как в понедельник' }).click()
    await page.getByLabel(/воскресенье: когда работаем/i).selectOption({ label: 'Выходной' })
    await save()
    await page.getByText('Сохранено').waitFor()
    await eventually(() => page.locator('#company-switcher .name').textContent()).toBe(FORMULA)
    await page.reload()
    expect(await page.getByLabel('Часовой пояс').inputValue()).toBe('Asia/Vladivostok')
    expect(await page.getByLabel(/суббота: до$/i).inputValue()).toBe('19:30')
    expect(await page.getByLabel(/воскресенье: когда работаем/i).inputValue()).toBe('dayOff')
  })

  it('is not left unsaved without a question', async () => {
    await page.getByLabel('Описание').fill('Пледы и подушки')
    await page
      .getByRole('navigation', { name: 'Главное меню' })
      .getByRole('link', { name: 'Шаблоны' })
      .click()
    await page.getByText('Уйти без сохранения?').waitFor()
    await page.getByRole('button', { name: 'Отмена' }).click()
    expect(await page.getByLabel('Описание').inputValue()).toBe('Пледы и подушки')
    await save()
    await page.getByText('Сохранено').waitFor()
  })

  it('hidden, it is in no list until those are asked for, and comes back', async () => {
    await page.getByLabel('Скрыть компанию').check()
    await save()
    await page.getByText('Сохранено').waitFor()
    await page.goto(`${origin}/c/${other.companyId}/inbox`)
    await openSwitcher()
    expect(await companies().getByText(FORMULA).count()).toBe(0)
    await companies().getByText('Показать скрытые: 1').click()
    await companies().getByText(FORMULA).click()
    await page.waitForURL(`**/c/${companyId}/**`)
    await openSettings()
    await page.getByLabel('Скрыть компанию').uncheck()
    await save()
    await page.getByText('Сохранено').waitFor()
    await openSwitcher()
    await companies().getByText(FORMULA).waitFor()
    await page.keyboard.press('Escape')
  })

  it('another company is made from the switcher, once however often one presses', async () => {
    await openSwitcher()
    await companies().getByText('Создать компанию').click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('button', { name: 'Создать' }).click()
    await dialog.getByText('Введите название компании').waitFor()
    await dialog.getByLabel('Название').fill('Верфь')
    await dialog.getByRole('button', { name: 'Создать' }).dblclick()
    await page.waitForURL(({ pathname }) => !pathname.includes(companyId) && pathname.startsWith('/c/'))
    await eventually(() => page.locator('#company-switcher .name').textContent()).toBe('Верфь')
    const made = companyIdSchema.parse(/\/c\/([^/]+)/.exec(page.url())?.[1])
    const user = await readDocument('users', { userId: olga.userId })
    expect(user?.companyIds.toSorted()).toEqual([companyId, other.companyId, made].toSorted())
  })

  it('all of it stands in the journal, found by deed and by person', async () => {
    const entries = page.locator('[data-test="audit-entry"]')
    await page.goto(`${origin}/c/${companyId}/settings/audit`)
    await page.getByLabel('Действие').selectOption({ label: 'Изменены настройки компании' })
    await eventually(() => entries.count()).toBe(4)
    await eventually(() => entries.last().textContent()).toContain('Asia/Vladivostok')
    await page.getByLabel('Сотрудник', { exact: true }).selectOption({ label: 'Ольга Нечаева' })
    await eventually(() => entries.count()).toBe(4)
    await page.getByLabel('Действие').selectOption({ label: 'Сотрудник удалён' })
    await page.getByText('Записей нет').waitFor()
    await page.getByLabel('Действие').selectOption({ label: 'Все действия' })
    await eventually(() => entries.count()).toBeGreaterThan(4)
  })

  it('the journal is downloaded, and no cell of it is a formula', async () => {
    const downloading = page.waitForEvent('download')
    await page.getByRole('button', { name: 'Скачать CSV' }).click()
    const file = await downloading
    expect(file.suggestedFilename()).toMatch(/^журнал-.*\.csv$/)
    const text = await readFile(await file.path(), 'utf8')
    expect(text).toContain('Изменены настройки компании')
    expect(text).toContain('HYPERLINK')
    expect(text).not.toMatch(/(^|[,\n\uFEFF])"?[=+\-@]/)
  })

  it('leaves no error in the page', () => {
    expect(inbox.errors).toEqual([])
  })
})
