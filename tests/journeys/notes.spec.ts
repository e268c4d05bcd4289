import { readFile } from 'node:fs/promises'
import { Timestamp } from 'firebase-admin/firestore'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { launchChromium } from '#tools/browser/launchChromium.ts'
import { database } from '#tools/demo/documents.ts'
import { runScheduledFunction } from '#tools/stack/runScheduledFunction.ts'
import { testStack } from '#tools/stack/testStack.ts'
import type { JourneyBot, JourneyMember, OpenedInbox } from './journeyCompany.ts'
import { JourneyCompany, messageWith, openInbox, reply, rowWith } from './journeyCompany.ts'

const CUSTOMER = 700
const PATIENCE = { timeout: 20_000, interval: 200 }

describe('what members write beside their answers', () => {
  let browser: Browser
  let company: JourneyCompany
  let bot: JourneyBot
  let [olga, irina]: JourneyMember[] = []
  let [first, second]: OpenedInbox[] = []

  beforeAll(async () => {
    browser = await launchChromium()
    company = await new JourneyCompany().found()
    olga = await company.addMember('Ольга Нечаева', 'admin')
    irina = await company.addMember('Ирина Лаптева', 'operator')
    bot = await company.connectTelegram(olga)
    await bot.introduce(CUSTOMER, 'Анна Светлова')
    await bot.write(CUSTOMER, { text: 'Можно обменять?' })
    first = await openInbox(browser, olga)
    second = await openInbox(browser, irina)
    for (const { page } of [first, second]) await rowWith(page, 'Анна Светлова').click()
  })
  afterAll(() => browser.close())

  const pageOf = (inbox: OpenedInbox | undefined): Page => {
    if (!inbox) throw new Error('nobody has opened it')
    return inbox.page
  }
  const noteWith = (page: Page, text: string) => page.locator('[data-test="thread-note"]', { hasText: text })
  /** The choice hands over to another composer: by then this one is out of sight. */
  const write = (page: Page, mode: 'Ответ' | 'Заметка') =>
    page.getByRole('radio', { name: mode }).dispatchEvent('click')
  const scheduled = () => pageOf(first).locator('[data-test="scheduled"]')

  it('a note with a mention is seen by the colleague, who is told it is for her', async () => {
    const page = pageOf(first)
    await write(page, 'Заметка')
    await write(page, 'Ответ')
    await write(page, 'Заметка')
    const composer = page.locator('[data-test="note-composer"]')
    await composer.fill('Второй заказ, ')
    await composer.press('End')
    await composer.pressSequentially('@Ири')
    await page.locator('[data-test="mentions"] [role="option"]').waitFor()
    await composer.press('Enter')
    expect(await composer.inputValue()).toBe('Второй заказ, @Ирина Лаптева ')
    await composer.pressSequentially('меняем за наш счёт')
    await composer.press('Enter')
    await noteWith(page, 'меняем за наш счёт').waitFor()
    const seen = noteWith(pageOf(second), 'меняем за наш счёт')
    await seen.waitFor()
    expect(await seen.locator('.mention.me').innerText()).toBe('@Ирина Лаптева')
    expect(await seen.getAttribute('aria-label')).toMatch(/^Заметка, Ольга Нечаева/)
  })

  it('the customer gets the answer after it, and never the note', async () => {
    const page = pageOf(first)
    await write(page, 'Ответ')
    await reply(page, 'Да, обменяем')
    await vi.waitFor(
      async () => expect(await bot.answersSeenBy(CUSTOMER)).toEqual(['Да, обменяем']),
      PATIENCE,
    )
  })

  it('a note is said otherwise, taken away and brought back by its author', async () => {
    const page = pageOf(first)
    const note = noteWith(page, 'Второй заказ')
    await note.hover()
    await note.getByRole('button', { name: 'Изменить заметку' }).click()
    await page.locator('[data-test="note-editor"]').fill('Третий заказ')
    await page.locator('[data-test="note-editor"]').press('Enter')
    await noteWith(pageOf(second), 'Третий заказ').waitFor()
    await noteWith(page, 'Третий заказ').hover()
    await page.getByRole('button', { name: 'Удалить заметку' }).click()
    await noteWith(pageOf(second), 'Третий заказ').waitFor({ state: 'detached' })
    await page.getByRole('button', { name: 'Отменить' }).click()
    await noteWith(pageOf(second), 'Третий заказ').waitFor()
  })

  it('a draft goes on in another browser, and is gone everywhere once it is sent', async () => {
    if (!olga) throw new Error('nobody to draft')
    await pageOf(first).locator('[data-test="composer"]').fill('Привезите чек и')
    const other = await openInbox(browser, olga)
    await rowWith(other.page, 'Черновик:').waitFor()
    await rowWith(other.page, 'Анна Светлова').click()
    const composer = other.page.locator('[data-test="composer"]')
    await vi.waitFor(async () => expect(await composer.inputValue()).toBe('Привезите чек и'), PATIENCE)
    await composer.fill('Привезите чек и паспорт')
    const here = pageOf(first).locator('[data-test="composer"]')
    await vi.waitFor(async () => expect(await here.inputValue()).toBe('Привезите чек и паспорт'), PATIENCE)
    await composer.press('Enter')
    await vi.waitFor(async () => expect(await here.inputValue()).toBe(''), PATIENCE)
    await other.page.context().close()
  })

  it('who is about to answer is told that a colleague has', async () => {
    const page = pageOf(second)
    await page.locator('[data-test="composer"]').fill('Здравствуйте, я узнаю')
    await reply(pageOf(first), 'Ждём вас до семи')
    const bar = page.locator('[data-test="rival"]', { hasText: 'Ольга Нечаева' })
    await bar.filter({ hasText: 'Пока вы писали' }).waitFor()
    await page.locator('[data-test="composer"]').press('Enter')
    await bar.filter({ hasText: 'Отправьте ещё раз' }).waitFor()
    expect(await messageWith(page, 'я узнаю').count()).toBe(0)
    await page.locator('[data-test="composer"]').press('Enter')
    await messageWith(page, 'я узнаю').waitFor()
  })

  it('a message for later waits in the thread, and goes out at its time', async () => {
    const page = pageOf(first)
    await page.locator('[data-test="composer"]').fill('Заказ готов')
    await page.locator('[data-test="later"]').click()
    await page.locator('[data-test="later-inHour"]').click()
    await scheduled().filter({ hasText: 'Отправим' }).waitFor()
    expect(await bot.answersSeenBy(CUSTOMER)).not.toContain('Заказ готов')
    const waiting = await database()
      .collectionGroup('scheduled')
      .where('text', '==', 'Заказ готов')
      .get()
      .then(({ docs }) => docs.find(({ ref }) => ref.path.includes(company.companyId)))
    await waiting?.ref.update({ sendAt: Timestamp.now() })
    await runScheduledFunction(testStack.url('functions'), 'everyMinute')
    await vi.waitFor(async () => expect(await bot.answersSeenBy(CUSTOMER)).toContain('Заказ готов'), PATIENCE)
    await scheduled().waitFor({ state: 'detached' })
    await messageWith(page, 'Заказ готов').waitFor()
  })

  it('one with two files waits as two, which go out in their order', async () => {
    const page = pageOf(first)
    const file = (name: string) => ({ name, mimeType: 'text/plain', buffer: Buffer.from(name) })
    await page
      .locator('input[type="file"]')
      .first()
      .setInputFiles([file('мерки.txt'), file('цены.txt')])
    await page.locator('[data-test="composer"]').fill('Всё о пледах')
    await page.locator('[data-test="later"]').click()
    await page.locator('[data-test="later-inHour"]').click()
    await vi.waitFor(async () => expect(await scheduled().count()).toBe(2), PATIENCE)
    expect(await scheduled().first().textContent()).toMatch(/Всё о пледах.*1 файл/)
    const { docs } = await database().collectionGroup('scheduled').where('state', '==', 'waiting').get()
    const parts = docs.filter(({ ref }) => ref.path.includes(company.companyId))
    expect(parts).toHaveLength(2)
    const sendAt = Timestamp.now()
    await Promise.all(parts.map(({ ref }) => ref.update({ sendAt })))
    await runScheduledFunction(testStack.url('functions'), 'everyMinute')
    for (const name of ['мерки.txt', 'цены.txt'])
      await page.locator('[data-test="message"][data-status="sent"]', { hasText: name }).waitFor(PATIENCE)
    await scheduled().first().waitFor({ state: 'detached' })
    const texts = await page.locator('[data-test="message"]').allTextContents()
    const order = ['Всё о пледах', 'мерки.txt', 'цены.txt'].map((part) =>
      texts.findIndex((text) => text.includes(part)),
    )
    expect(order.toSorted((a, b) => a - b)).toEqual(order)
    expect((await bot.answersSeenBy(CUSTOMER)).filter((text) => text === 'Всё о пледах')).toHaveLength(1)
  })

  it('one that is cancelled goes nowhere', async () => {
    const page = pageOf(first)
    await page.locator('[data-test="composer"]').fill('Не надо')
    await page.locator('[data-test="later"]').click()
    await page.locator('[data-test="later-tomorrow"]').click()
    await scheduled().getByRole('button', { name: 'Отменить отправку' }).click()
    await scheduled().waitFor({ state: 'detached' })
  })

  it('the downloaded conversation has every message and no note', async () => {
    const page = pageOf(first)
    await page.locator('#thread-more').click()
    const coming = page.waitForEvent('download')
    await page.locator('[data-test="export"]').click()
    const file = await coming
    expect(file.suggestedFilename()).toMatch(/^Переписка Анна Светлова .*\.txt$/)
    const text = await readFile(await file.path(), 'utf8')
    expect(text).toContain('Анна Светлова: Можно обменять?')
    expect(text).toContain('Ольга Нечаева: Да, обменяем')
    expect(text).not.toContain('Третий заказ')
  })

  it('nothing went wrong in either page', () => {
    expect([first?.errors, second?.errors]).toEqual([[], []])
  })
})
