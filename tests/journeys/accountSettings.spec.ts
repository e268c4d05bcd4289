import { randomBytes } from 'node:crypto'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchChromium } from '#tools/browser/launchChromium.ts'
import { passSignIn } from '#tools/browser/signInByPhone.ts'
import { readDocument } from '#tools/demo/documents.ts'
import { encodePng } from '#tools/demo/encodePng.ts'
import { testStack } from '#tools/stack/testStack.ts'
import type { JourneyMember, OpenedInbox } from './journeyCompany.ts'
import { JourneyCompany, messageWith, openInbox, reply, rowWith } from './journeyCompany.ts'

const ANNA = 9_200_001
const TOKEN = /^[0-9a-f]{41}$/
const origin = testStack.url('hosting')
const newcomersPhone = `+7903${Array.from(randomBytes(7), (byte) => String(byte % 10)).join('')}`

const picture = {
  name: 'я.png',
  mimeType: 'image/png',
  buffer: encodePng(320, 200, (x, y) => [x % 256, y % 256, 120]),
}

describe('what a person settles for himself', () => {
  const company = new JourneyCompany()
  let browser: Browser
  let olga: JourneyMember
  let inbox: OpenedInbox
  let colleague: OpenedInbox
  let page: Page

  beforeAll(async () => {
    browser = await launchChromium()
    await company.found()
    olga = await company.addMember('Ольга Нечаева', 'admin')
    const irina = await company.addMember('Ирина Лаптева', 'operator')
    const bot = await company.connectTelegram(olga)
    await bot.introduce(ANNA, 'Анна Светлова')
    inbox = await openInbox(browser, olga)
    colleague = await openInbox(browser, irina)
    ;({ page } = inbox)
    await bot.write(ANNA, { text: 'Где заказ?' })
    for (const each of [inbox, colleague]) await rowWith(each.page, 'Анна Светлова').click()
    await reply(page, 'Уже в пути')
    await messageWith(colleague.page, 'Уже в пути').waitFor()
  })
  afterAll(() => browser.close())

  const openAccount = () => page.goto(`${origin}/account`)
  const section = (name: string) => page.getByRole('form', { name, exact: true })
  const save = (name: string) => section(name).getByRole('button', { name: 'Сохранить' }).click()
  const saved = (name: string) => section(name).getByText('Сохранено').waitFor()
  const who = () => messageWith(colleague.page, 'Уже в пути').locator('.who')

  it('is not saved while it is wrong', async () => {
    await openAccount()
    await section('Имя').locator('input').fill('  ')
    await save('Имя')
    await page.getByText('Как к вам обращаться?').waitFor()
    await section('Телефон').locator('input').fill('8 (999) 888-77-66')
    await save('Телефон')
    await page.getByText('Введите номер как +79998887766').waitFor()
    await section('E-Mail').locator('input').fill('olga@')
    await save('E-Mail')
    await page.getByText('Введите адрес полностью').waitFor()
    expect(await readDocument('users', { userId: olga.userId })).toMatchObject({
      name: 'Ольга Нечаева',
      phone: olga.phone,
      pendingEmail: '',
    })
  })

  it('is not lost without a question', async () => {
    await page.goto(`${origin}/c/${company.companyId}/inbox`)
    await page.locator('#user-menu').click()
    await page.getByRole('menuitem', { name: 'Настройки аккаунта' }).click()
    await section('О себе').locator('input').fill('Старший оператор')
    await page.goBack()
    await page.getByText('Уйти без сохранения?').waitFor()
    await page.getByRole('button', { name: 'Отмена' }).click()
    expect(await section('О себе').locator('input').inputValue()).toBe('Старший оператор')
    await save('О себе')
    await saved('О себе')
  })

  it('a name is the name everywhere, for colleagues at once', async () => {
    await section('Имя').locator('input').fill('Ольга Снегирёва')
    await save('Имя')
    await saved('Имя')
    const { companyId } = company
    expect(await readDocument('members', { companyId, userId: olga.userId })).toMatchObject({
      name: 'Ольга Снегирёва',
      about: 'Старший оператор',
    })
    await colleague.page.getByRole('button', { name: 'Изменить ответственного' }).click()
    await colleague.page.locator('[role^="menuitem"]', { hasText: 'Ольга Снегирёва' }).waitFor()
    await colleague.page.keyboard.press('Escape')
  })

  it('a picture that is none, or too large, is refused', async () => {
    const choose = (file: typeof picture) =>
      section('Аватар').locator('input[type="file"]').setInputFiles(file)
    await choose({ ...picture, buffer: Buffer.from('<svg/>') })
    await page.getByText('Эта картинка не подошла').waitFor()
    await choose({ ...picture, name: 'a.gif', mimeType: 'image/gif' })
    await page.getByText('Подойдёт JPEG, PNG или WebP').waitFor()
    await choose({ ...picture, buffer: Buffer.alloc(2 * 1024 * 1024 + 1) })
    await page.getByText('Файл больше 2 МБ').waitFor()
  })

  it('a picture stands beside each of her messages, with her name', async () => {
    expect(await who().locator('img').count()).toBe(0)
    await section('Аватар').locator('input[type="file"]').setInputFiles(picture)
    await page.getByRole('application', { name: 'Что попадёт в круг' }).press('+')
    await save('Аватар')
    await page.getByRole('button', { name: 'Убрать' }).waitFor()
    await who().locator('img').waitFor()
    await who().hover()
    await colleague.page.locator('.tip', { hasText: 'Ольга' }).waitFor()
  })

  it('the order of the list, the language and the theme are kept', async () => {
    await page.getByLabel('Сортировать диалоги по дате создания').check()
    await save('Уведомления и сортировка')
    await saved('Уведомления и сортировка')
    await page.getByLabel('Тема', { exact: true }).selectOption({ label: 'Тёмная' })
    await page.getByLabel('Язык', { exact: true }).selectOption({ label: 'English' })
    await save('Язык и тема')
    await page.getByRole('heading', { name: 'Account settings' }).waitFor()
    await page.reload()
    await page.getByRole('heading', { name: 'Account settings' }).waitFor()
    expect(await page.locator('html').getAttribute('data-theme')).toBe('dark')
    expect(await page.getByLabel('Order conversations by when they began').isChecked()).toBe(true)
    await page.getByLabel('Language', { exact: true }).selectOption({ label: 'Русский' })
    await page.getByLabel('Theme', { exact: true }).selectOption({ label: 'Same as system' })
    await page.getByRole('form', { name: 'Language and theme' }).getByRole('button', { name: 'Save' }).click()
    await page.getByRole('heading', { name: 'Настройки аккаунта' }).waitFor()
  })

  it('the private token is shown when asked for, and another one takes its place', async () => {
    const field = page.getByLabel('Private token')
    expect(await field.inputValue()).toBe('•'.repeat(41))
    await page.getByRole('button', { name: 'Показать' }).click()
    await expect.poll(() => field.inputValue()).toMatch(TOKEN)
    const before = await field.inputValue()
    await page.getByRole('button', { name: 'Выпустить новый' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Выпустить новый' }).click()
    await page.getByText('Новый токен выпущен').waitFor()
    expect(await field.inputValue()).toMatch(TOKEN)
    expect(await field.inputValue()).not.toBe(before)
    await page.getByRole('button', { name: 'Скрыть' }).click()
    expect(await field.inputValue()).toBe('•'.repeat(41))
  })

  it('who registers a company by her link stands in her list', async () => {
    await page.getByText('По ней пока никто не зарегистрировался').waitFor()
    const link = await page.getByRole('textbox', { name: 'Реферальная ссылка' }).inputValue()
    const newcomer = await (await browser.newContext({ locale: 'ru-RU' })).newPage()
    await newcomer.goto(link)
    await passSignIn(newcomer, testStack.url('simulators'), newcomersPhone)
    await newcomer.getByLabel('Имя').fill('Пётр Волков')
    await newcomer.getByLabel('Название компании').fill('Верфь')
    await newcomer.getByLabel('E-Mail').fill(`petr.${randomBytes(5).toString('hex')}@example.ru`)
    await newcomer.getByRole('button', { name: 'Продолжить' }).click()
    await newcomer.waitForURL(/\/c\/[^/]+\/inbox/)
    await page.reload()
    await page.getByText('Верфь').or(page.getByText('Пётр Волков')).first().waitFor()
  })

  it('leaves no error in the pages', () => {
    expect([...inbox.errors, ...colleague.errors]).toEqual([])
  })
})
