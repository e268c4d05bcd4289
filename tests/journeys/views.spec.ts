import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Conversation } from '#shared/domain/conversation.ts'
import { MINUTE_MS } from '#shared/domain/time.ts'
import { aTag } from '#tests/builders/aTag.ts'
import { aTeam } from '#tests/builders/aTeam.ts'
import { launchChromium } from '#tools/browser/launchChromium.ts'
import { writeDocument } from '#tools/demo/documents.ts'
import { eventually } from './eventually.ts'
import type { OpenedInbox } from './journeyCompany.ts'
import { JourneyCompany, openInbox, rowWith } from './journeyCompany.ts'
import { storeChannel, storeConversation } from './storeConversation.ts'

const sizes = [
  ['a wide window', { width: 1440, height: 900 }],
  ['a phone', { width: 390, height: 844 }],
] as const

const names = (page: Page) => page.locator('[data-test="row"] .name').allTextContents()
const filterButton = (page: Page) => page.locator('#inbox-filter')
const filters = (page: Page) => page.getByRole('menu', { name: 'Какие диалоги показать' })
/** Its count stands in its name as well. */
const choice = (page: Page, name: string) =>
  filters(page).getByRole('menuitemradio', { name: new RegExp(`^${name}[\\d\\s]*$`) })
const view = (page: Page, name: string) => filters(page).getByRole('menuitem', { name, exact: true })
const chips = (page: Page) => page.getByRole('group', { name: 'Какие диалоги показать' })
const narrowing = (page: Page) => page.getByRole('dialog', { name: 'Отбор' })

async function openMenu(page: Page): Promise<void> {
  await filterButton(page).click()
  await choice(page, 'Все').waitFor()
}

async function closeMenu(page: Page): Promise<void> {
  await page.keyboard.press('Escape')
  await filters(page).waitFor({ state: 'detached' })
}

async function narrow(page: Page, label: string, choice: string): Promise<void> {
  await page.getByRole('button', { name: 'Отбор', exact: true }).click()
  await narrowing(page).getByLabel(label).selectOption(choice)
  await page.keyboard.press('Escape')
  await narrowing(page).waitFor({ state: 'detached' })
}

async function saveAs(page: Page, name: string, isForAll: boolean): Promise<void> {
  await openMenu(page)
  await filters(page).getByRole('menuitem', { name: 'Сохранить отбор…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Новый отбор' })
  await dialog.getByRole('textbox', { name: 'Название' }).fill(name)
  await dialog.getByLabel('Показывать всем сотрудникам').setChecked(isForAll)
  await dialog.getByRole('button', { name: 'Сохранить' }).click()
  await dialog.waitFor({ state: 'detached' })
  await page.getByText('Отбор сохранён').waitFor()
}

describe.each(sizes)('narrowing the list, in %s', (_, viewport) => {
  const now = Date.now()
  const company = new JourneyCompany()
  const { companyId } = company
  let browser: Browser
  let inbox: OpenedInbox
  let colleague: OpenedInbox

  beforeAll(async () => {
    browser = await launchChromium()
    await company.found()
    const olga = await company.addMember('Ольга Нечаева', 'admin')
    const irina = await company.addMember('Ирина Лаптева', 'operator')
    const shop = await storeChannel(companyId, 'Бот магазина')
    const stock = await storeChannel(companyId, 'Бот склада')
    await writeDocument('tags', { companyId, tagId: 'wholesale' }, aTag({ name: 'опт' }))
    await writeDocument('teams', { companyId, teamId: 'sales' }, aTeam({ name: 'Продажи' }))
    const store = (contactName: string, ago: number, change: Pick<Conversation, 'channelId'>) =>
      storeConversation(companyId, now - ago * MINUTE_MS, { contactName, ...change })
    const tagged = { tags: ['опт'] }
    await store('Анна', 1, { channelId: shop, ...tagged, ...{ assigneeId: irina.userId } })
    await store('Борис', 2, { channelId: shop, ...tagged, ...{ teamId: 'sales' } })
    await store('Вера', 3, { channelId: shop, ...{ assigneeId: irina.userId, teamId: 'sales' } })
    await store('Глеб', 4, { channelId: stock, ...tagged, ...{ state: 'archived' } })
    await store('Дарья', 5, { channelId: stock })
    inbox = await openInbox(browser, olga, viewport)
    colleague = await openInbox(browser, irina)
    await rowWith(inbox.page, 'Анна').waitFor()
  })
  afterAll(() => browser.close())

  it.each([
    ['Канал', 'Бот магазина', ['Анна', 'Борис', 'Вера']],
    ['Тег', 'опт', ['Анна', 'Борис']],
    ['Ответственный', 'Ирина Лаптева', ['Анна', 'Вера']],
    ['Отдел', 'Продажи', ['Борис', 'Вера']],
  ])('by «%s» leaves those of it, and a chip takes it off', async (label, choice, shown) => {
    const { page } = inbox
    await narrow(page, label, choice)
    await eventually(() => names(page)).toEqual(shown)
    await eventually(() => filterButton(page).textContent()).toBe(`Открытые${String(shown.length)}`)
    await chips(page).getByRole('button', { name: choice }).click()
    await eventually(() => names(page)).toHaveLength(4)
  })

  it('by several at once leaves those of all, in any filter', async () => {
    const { page } = inbox
    await narrow(page, 'Тег', 'опт')
    await narrow(page, 'Канал', 'Бот магазина')
    await narrow(page, 'Ответственный', 'Ирина Лаптева')
    await eventually(() => names(page)).toEqual(['Анна'])
    await page.reload()
    await eventually(() => names(page)).toEqual(['Анна'])
    await chips(page).getByRole('button', { name: 'Ирина Лаптева' }).click()
    await chips(page).getByRole('button', { name: 'Бот магазина' }).click()
    await openMenu(page)
    await choice(page, 'Все').click()
    await eventually(() => names(page)).toEqual(['Анна', 'Борис', 'Глеб'])
  })

  it('is kept under a name, for oneself or for all', async () => {
    const { page } = inbox
    await saveAs(page, 'Опт, все', true)
    await narrow(page, 'Канал', 'Бот склада')
    await saveAs(page, 'Мой склад', false)
    await openMenu(colleague.page)
    await view(colleague.page, 'Опт, все для всех').click()
    await eventually(() => names(colleague.page)).toEqual(['Анна', 'Борис', 'Глеб'])
    await openMenu(colleague.page)
    expect(await view(colleague.page, 'Мой склад').count()).toBe(0)
    expect(
      await filters(colleague.page)
        .getByRole('menuitem', { name: /Удалить|Переименовать/ })
        .count(),
    ).toBe(0)
    await closeMenu(colleague.page)
  })

  it('comes back with one press, and by its link', async () => {
    const { page } = inbox
    await chips(page).getByRole('button', { name: 'опт' }).click()
    await openMenu(page)
    await view(page, 'Мой склад').click()
    await eventually(() => names(page)).toEqual(['Глеб'])
    const link = page.url()
    expect(new URL(link).searchParams.get('tag')).toBe('опт')
    await openMenu(page)
    await view(page, 'Опт, все для всех').click()
    await eventually(() => names(page)).toEqual(['Анна', 'Борис', 'Глеб'])
    await page.goto(link)
    await eventually(() => names(page)).toEqual(['Глеб'])
  })

  it('gets another name, for the colleague as well', async () => {
    const { page } = inbox
    await openMenu(page)
    await filters(page).getByRole('menuitem', { name: 'Переименовать отбор «Опт, все»' }).click()
    const dialog = page.getByRole('dialog', { name: 'Название отбора' })
    await dialog.getByRole('textbox', { name: 'Название' }).fill('Оптовики')
    await dialog.getByRole('button', { name: 'Сохранить' }).click()
    await dialog.waitFor({ state: 'detached' })
    await openMenu(colleague.page)
    await view(colleague.page, 'Оптовики для всех').waitFor()
    await closeMenu(colleague.page)
  })

  it('is deleted for all, and comes back for all', async () => {
    const { page } = inbox
    await openMenu(page)
    await filters(page).getByRole('menuitem', { name: 'Удалить отбор «Оптовики»' }).click()
    await openMenu(colleague.page)
    await view(colleague.page, 'Оптовики для всех').waitFor({ state: 'detached' })
    await closeMenu(page)
    await page.getByRole('button', { name: 'Отменить' }).click()
    await view(colleague.page, 'Оптовики для всех').waitFor()
  })

  it('leaves no error in the pages', () => {
    expect([...inbox.errors, ...colleague.errors]).toEqual([])
  })
})
