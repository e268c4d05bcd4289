import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchChromium } from '#tools/browser/launchChromium.ts'
import type { JourneyBot, OpenedInbox } from './journeyCompany.ts'
import { JourneyCompany, messageWith, openInbox, reply, rowWith } from './journeyCompany.ts'

const ANNA = 8_300_001

describe('a message to a customer of the Telegram bot', () => {
  let browser: Browser
  let bot: JourneyBot
  let olga: OpenedInbox
  let irina: OpenedInbox

  beforeAll(async () => {
    browser = await launchChromium()
    const company = await new JourneyCompany().found()
    const admin = await company.addMember('Ольга Нечаева', 'admin')
    const operator = await company.addMember('Ирина Лаптева', 'operator')
    bot = await company.connectTelegram(admin)
    await bot.introduce(ANNA, 'Анна Светлова')
    await bot.write(ANNA, { text: 'Когда доставка?' })
    olga = await openInbox(browser, admin)
    irina = await openInbox(browser, operator)
    for (const { page } of [olga, irina]) {
      await rowWith(page, 'Анна Светлова').click()
      await messageWith(page, 'Когда доставка?').waitFor()
    }
  })
  afterAll(() => browser.close())

  const sentWith = (text: string) =>
    olga.page.locator('[data-test="message"][data-status="sent"]', { hasText: text })

  it('is changed by its author, for the customer too', async () => {
    await reply(olga.page, 'Завтро')
    await sentWith('Завтро').hover()
    await sentWith('Завтро').getByRole('button', { name: 'Ещё' }).click()
    await olga.page.locator('[data-test="edit-message"]').click()
    await olga.page.locator('[data-test="edit-composer"]').fill('Завтра')
    await olga.page.locator('[data-test="edit-composer"]').press('Enter')
    await sentWith('Завтра').waitFor()
    expect(await sentWith('Завтра').textContent()).toContain('изм.')
    expect(await bot.answersSeenBy(ANNA)).toEqual(['Завтра'])
    await messageWith(irina.page, 'Завтра').waitFor()
  })

  it('is changed from an empty composer by the arrow up, unless it is left by Esc', async () => {
    const composer = olga.page.locator('[data-test="composer"]')
    await composer.press('ArrowUp')
    const editing = olga.page.locator('[data-test="edit-composer"]')
    expect(await editing.inputValue()).toBe('Завтра')
    await editing.fill('Послезавтра')
    await editing.press('Escape')
    await editing.waitFor({ state: 'detached' })
    expect(await bot.answersSeenBy(ANNA)).toEqual(['Завтра'])
  })

  it('of a colleague may be answered and copied, not changed', async () => {
    const theirs = messageWith(irina.page, 'Завтра')
    await theirs.hover()
    await theirs.getByRole('button', { name: 'Ответить' }).waitFor()
    expect(await theirs.getByRole('button', { name: 'Ещё' }).count()).toBe(0)
  })

  it('of hers is reacted to, by keyboard; another press takes it back', async () => {
    const hers = messageWith(olga.page, 'Когда доставка?')
    await hers.focus()
    await hers.press('Enter')
    const react = hers.getByRole('button', { name: 'Реакция' })
    await react.waitFor()
    await react.press('Enter')
    await olga.page.getByRole('button', { name: 'Реакция 👍' }).click()
    await hers.locator('[data-test="reaction"]', { hasText: '👍' }).waitFor()
    expect(await bot.reactionsSeenBy(ANNA)).toEqual(['👍'])
    await messageWith(irina.page, 'Когда доставка?').locator('[data-test="reaction"]').waitFor()

    await hers.locator('[data-test="reaction"]').click()
    await hers.locator('[data-test="reaction"]').waitFor({ state: 'detached' })
    expect(await bot.reactionsSeenBy(ANNA)).toEqual([])
  })

  it('bears the customer’s own reaction', async () => {
    await bot.react(ANNA, 'Завтра', '❤')
    await sentWith('Завтра').locator('[data-test="reaction"]', { hasText: '❤' }).waitFor()
  })

  it('shows the customer that it is being written', async () => {
    await olga.page.locator('[data-test="composer"]').fill('Приве')
    await expect.poll(() => bot.isTypingSeenBy(ANNA), { timeout: 10_000 }).toBe(true)
    await olga.page.locator('[data-test="composer"]').fill('')
  })

  it('is taken back once asked, and leaves a mark', async () => {
    await sentWith('Завтра').hover()
    await sentWith('Завтра').getByRole('button', { name: 'Ещё' }).click()
    await olga.page.locator('[data-test="delete-message"]').click()
    await olga.page.getByRole('button', { name: 'Удалить у клиента' }).click()
    await messageWith(olga.page, 'Сообщение удалено').waitFor()
    await messageWith(irina.page, 'Сообщение удалено').waitFor()
    expect(await bot.answersSeenBy(ANNA)).toEqual([])
    await rowWith(olga.page, 'Сообщение удалено').waitFor()
  })

  it('leaves no error in either page', () => {
    expect([...olga.errors, ...irina.errors]).toEqual([])
  })
})
