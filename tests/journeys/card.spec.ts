import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { changeCompanyContract } from '#shared/api/companies.ts'
import { createTeamContract } from '#shared/api/members.ts'
import { launchChromium } from '#tools/browser/launchChromium.ts'
import { callAs } from '#tools/demo/callAs.ts'
import { database } from '#tools/demo/documents.ts'
import type { JourneyBot, JourneyMember, OpenedInbox } from './journeyCompany.ts'
import { JourneyCompany, messageWith, openInbox, reply, rowWith } from './journeyCompany.ts'

const ANNA = 8_900_001
const PHONE = '+79000000142'
const sizes = [
  ['a wide window', { width: 1440, height: 900 }],
  ['a phone', { width: 390, height: 844 }],
] as const

const cardOf = (page: Page) => page.getByRole('complementary', { name: 'Карточка контакта' })

describe.each(sizes)('the card, in %s', (_, viewport) => {
  const isPhone = viewport.width < 600
  let browser: Browser
  let company: JourneyCompany
  let olga: JourneyMember
  let irina: JourneyMember
  let [bot, otherBot]: JourneyBot[] = []
  let inbox: OpenedInbox
  let colleague: OpenedInbox

  beforeAll(async () => {
    browser = await launchChromium()
    company = await new JourneyCompany().found()
    const { companyId } = company
    olga = await company.addMember('Ольга Нечаева', 'admin')
    irina = await company.addMember('Ирина Лаптева', 'operator')
    await callAs(olga.userId, createTeamContract, { companyId, name: 'Склад' })
    const contactFields = [{ id: 'size', name: 'Размер' }]
    await callAs(olga.userId, changeCompanyContract, { companyId, contactFields })
    bot = await company.connectTelegram(olga)
    otherBot = await company.connectTelegram(olga)
    await bot.introduce(ANNA, 'Анна Светлова')
    await otherBot.introduce(ANNA, 'Анна С.')
    inbox = await openInbox(browser, olga, viewport)
    colleague = await openInbox(browser, irina)
    await bot.write(ANNA, { text: 'Можно обменять плед?' })
    await rowWith(inbox.page, 'Анна Светлова').click()
    await openCard()
  }, 120_000)
  afterAll(() => browser.close())

  async function openCard(): Promise<void> {
    const { page } = inbox
    await messageWith(page, 'обменять').waitFor()
    if (isPhone) await page.locator('.head button.who').click()
    await cardOf(page).getByRole('button', { name: 'Изменить имя' }).waitFor()
  }

  /** What one needs next stands at the foot. */
  async function isToastAbove(foot: Locator): Promise<boolean> {
    const toast = await inbox.page.getByRole('status').getByRole('button', { name: 'Отменить' }).boundingBox()
    const { y } = (await foot.boundingBox()) ?? { y: 0 }
    return toast !== null && toast.y + toast.height <= y
  }

  it('renames the contact, and the colleague’s list says so at once', async () => {
    const { page } = inbox
    const field = page.locator('[data-test="contact-name"]')
    await rowWith(colleague.page, 'Анна Светлова').waitFor()
    await cardOf(page).getByRole('button', { name: 'Изменить имя' }).click()
    await field.fill(' ')
    await field.press('Enter')
    await page.getByText('Введите имя').waitFor()
    await field.press('Escape')
    await cardOf(page).getByRole('heading', { name: 'Анна Светлова' }).waitFor()
    await cardOf(page).getByRole('button', { name: 'Анна Светлова' }).click()
    await field.fill('Анна Волкова')
    await field.press('Enter')
    await cardOf(page).getByRole('heading', { name: 'Анна Волкова' }).waitFor()
    await rowWith(colleague.page, 'Анна Волкова').waitFor()
  })

  it('tags him; the list narrows down to the tag', async () => {
    const { page } = inbox
    const field = page.locator('[data-test="tag-field"]')
    await cardOf(page).getByRole('button', { name: 'Добавить тег' }).click()
    await field.fill('опт')
    await page.getByRole('option', { name: 'Создать тег «опт»' }).waitFor()
    await field.press('Enter')
    await cardOf(page).getByRole('button', { name: 'Снять тег «опт»' }).waitFor()
    await field.fill('подарок')
    await field.press('Enter')
    await cardOf(page).getByRole('button', { name: 'Снять тег «подарок»' }).click()
    await colleague.page.getByRole('button', { name: 'Отбор' }).click()
    const tags = colleague.page.getByLabel('Тег')
    await tags.selectOption('опт')
    await rowWith(colleague.page, 'Анна Волкова').waitFor()
    await tags.selectOption('подарок')
    await rowWith(colleague.page, 'Анна Волкова').waitFor({ state: 'detached' })
    await colleague.page.getByRole('button', { name: 'Сбросить отбор' }).first().click()
    await colleague.page.keyboard.press('Escape')
    await rowWith(colleague.page, 'Анна Волкова').waitFor()
  })

  it.each([
    ['a colleague', 'Ирина Лаптева', 'Ирина Лаптева'],
    ['nobody', 'Снять назначение', 'Не назначен'],
    ['a team', 'Склад', 'Склад'],
  ])('gives the chat to %s', async (_who, choice, shown) => {
    const card = cardOf(inbox.page)
    await card.getByRole('button', { name: 'Изменить ответственного' }).click()
    await inbox.page.locator('[role^="menuitem"]', { hasText: choice }).click()
    await card.locator('.fact', { hasText: 'Ответственный' }).getByText(shown).waitFor()
  })

  it('keeps a comment and the company’s own fields, for everybody', async () => {
    const card = cardOf(inbox.page)
    await card.locator('[data-test="note"]').fill('Берёт в подарок')
    await card.getByText('Сохранено').first().waitFor()
    await card.getByLabel('Размер').fill('150×200')
    await rowWith(colleague.page, 'Анна Волкова').click()
    const theirs = cardOf(colleague.page)
    await expect.poll(() => theirs.locator('[data-test="note"]').inputValue()).toBe('Берёт в подарок')
    await expect.poll(() => theirs.getByLabel('Размер').inputValue()).toBe('150×200')
    // An open row stays in a list it no longer fits.
    await colleague.page.goBack()
  })

  it('marks the chat read, which leaves the unanswered', async () => {
    const { page } = colleague
    const row = rowWith(page, 'Анна Волкова')
    await page.getByRole('group', { name: 'Какие диалоги показать' }).getByText('Неотвеченные').click()
    await row.waitFor()
    await cardOf(inbox.page).getByRole('button', { name: 'Отметить прочитанным' }).click()
    await page.mouse.move(900, 400)
    await row.waitFor({ state: 'detached' })
    await expect
      .poll(() => cardOf(inbox.page).getByRole('button', { name: 'Отметить прочитанным' }).isDisabled())
      .toBe(true)
    await page.getByRole('group', { name: 'Какие диалоги показать' }).getByText('Неотвеченные').click()
    await row.waitFor()
  })

  it('archives the chat, which returns when the customer writes', async () => {
    const card = cardOf(inbox.page)
    const row = rowWith(colleague.page, 'Анна Волкова')
    await card.getByRole('button', { name: 'Архивировать чат' }).click()
    await card.getByRole('button', { name: 'Вернуть из архива' }).waitFor()
    if (isPhone) await expect.poll(() => isToastAbove(card.locator('footer'))).toBe(true)
    await row.waitFor({ state: 'detached' })
    await bot?.write(ANNA, { text: 'Ещё вопрос' })
    await row.waitFor()
    await card.getByRole('button', { name: 'Архивировать чат' }).waitFor()
  })

  it('returns it when a colleague writes, too', async () => {
    const card = cardOf(inbox.page)
    await rowWith(colleague.page, 'Анна Волкова').click()
    await messageWith(colleague.page, 'Ещё вопрос').waitFor()
    // A toast under the pointer stays.
    await inbox.page.mouse.move(5, 100)
    await inbox.page.getByRole('button', { name: 'Отменить' }).waitFor({ state: 'detached' })
    await card.getByRole('button', { name: 'Архивировать чат' }).click()
    await card.getByRole('button', { name: 'Вернуть из архива' }).waitFor()
    await reply(colleague.page, 'Обменяем за наш счёт')
    await card.getByRole('button', { name: 'Архивировать чат' }).waitFor()
  })

  it('leads to the same person’s chat in another channel', async () => {
    const { page } = inbox
    await otherBot?.write(ANNA, { text: 'Пишу и сюда' })
    await rowWith(colleague.page, 'Анна С.').waitFor()
    const contacts = database().collection(`companies/${company.companyId}/contacts`)
    const { docs } = await contacts.get()
    await Promise.all(docs.map((contact) => contact.ref.update({ phone: PHONE })))
    const card = cardOf(page)
    await card.locator('[data-test="history"]').click()
    await page.getByRole('menuitem', { name: /этот диалог/ }).waitFor()
    await page.getByRole('menuitem', { name: /Пишу и сюда/ }).waitFor()
    await page.keyboard.press('Escape')
    await card.locator('[data-test="elsewhere"]').click()
    await page
      .getByRole('menu', { name: 'Ответить в другом канале' })
      .getByRole('menuitem', { name: /Пишу и сюда|Telegram/ })
      .first()
      .click()
    await messageWith(page, 'Пишу и сюда').waitFor()
  })

  it('leaves no error in the pages', () => {
    expect([...inbox.errors, ...colleague.errors]).toEqual([])
  })
})
