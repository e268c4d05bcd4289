import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchChromium } from '#tools/browser/launchChromium.ts'
import { testStack } from '#tools/stack/testStack.ts'
import { eventually } from './eventually.ts'
import type { JourneyBot, JourneyMember, OpenedInbox } from './journeyCompany.ts'
import { JourneyCompany, messageWith, openInbox, reply, rowWith } from './journeyCompany.ts'

const DMITRY = 8_200_001
const IRINA = 8_200_002
const CROWD = Array.from({ length: 45 }, (_, at) => 8_300_001 + at)
const NOTICED_WITHIN_MS = 45_000

describe('a connection in trouble', () => {
  let browser: Browser
  let bot: JourneyBot
  let inbox: OpenedInbox
  let olga: JourneyMember

  beforeAll(async () => {
    browser = await launchChromium()
    const company = await new JourneyCompany().found()
    olga = await company.addMember('Ольга Нечаева', 'admin')
    bot = await company.connectTelegram(olga)
    await bot.introduce(DMITRY, 'Дмитрий')
    inbox = await openInbox(browser, olga)
    await bot.write(DMITRY, { text: 'Когда доставка?' })
    await rowWith(inbox.page, 'Дмитрий').click()
    await messageWith(inbox.page, 'Когда доставка?').waitFor()
  })
  afterAll(async () => {
    await testStack.setWire('heal')
    await browser.close()
  })

  it('reloading keeps the place', async () => {
    const { page } = inbox
    const address = page.url()
    await page.reload()
    await messageWith(page, 'Когда доставка?').waitFor()
    expect(page.url()).toBe(address)
  })

  it('who would close the window before a step of his is stored is asked first', async () => {
    const { page } = inbox
    const isAsked = () =>
      page.evaluate(() => !window.dispatchEvent(new Event('beforeunload', { cancelable: true })))
    expect(await isAsked()).toBe(false)
    await page.context().setOffline(true)
    await page.getByRole('button', { name: 'Архивировать чат' }).first().click()
    await eventually(isAsked).toBe(true)
    await page.context().setOffline(false)
    await expect.poll(isAsked, { timeout: 90_000 }).toBe(false)
  })

  it('what is written without a network goes out once when it is back', async () => {
    const { page } = inbox
    await page.context().setOffline(true)
    await page.locator('[data-test="offline-bar"]').waitFor()
    await reply(page, 'Завтра до обеда')
    await page.locator('[data-test="message"][data-status="queued"]', { hasText: 'Завтра' }).waitFor()
    await page.context().setOffline(false)
    await page
      .locator('[data-test="message"][data-status="sent"]', { hasText: 'Завтра' })
      .waitFor({ timeout: 60_000 })
    expect(await bot.answersSeenBy(DMITRY)).toEqual(['Завтра до обеда'])
    expect(await messageWith(page, 'Завтра до обеда').count()).toBe(1)
  })

  it('what is written on a dead wire survives a reload and goes out once', async () => {
    const { page } = inbox
    await testStack.setWire('freeze')
    await reply(page, 'Курьер позвонит')
    await page.locator('[data-test="message"][data-status="queued"]', { hasText: 'Курьер' }).waitFor()
    await page.reload()
    await testStack.setWire('heal')
    await page
      .locator('[data-test="message"][data-status="sent"]', { hasText: 'Курьер' })
      .waitFor({ timeout: 90_000 })
    const answers = await bot.answersSeenBy(DMITRY)
    expect(answers.filter((text) => text === 'Курьер позвонит')).toHaveLength(1)
  })

  it('a note written on a dead wire survives a reload and is kept once', async () => {
    const { page } = inbox
    const note = page.locator('[data-test="thread-note"]', { hasText: 'Просил утром' })
    await testStack.setWire('freeze')
    await page.getByRole('radio', { name: 'Заметка' }).dispatchEvent('click')
    await page.locator('[data-test="note-composer"]').fill('Просил утром')
    await page.locator('[data-test="note-composer"]').press('Enter')
    await note.and(page.locator('[data-state="pending"]')).waitFor()
    await page.reload()
    await testStack.setWire('heal')
    await note.and(page.locator('[data-state="saved"]')).waitFor({ timeout: 90_000 })
    expect(await note.count()).toBe(1)
    expect(await bot.answersSeenBy(DMITRY)).not.toContain('Просил утром')
  })

  it('a wire that has gone silent is noticed within 45 seconds, and said', async () => {
    const { page } = inbox
    await testStack.setWire('freeze')
    await page.locator('[data-test="offline-bar"]').waitFor({ timeout: NOTICED_WITHIN_MS })
    await testStack.setWire('heal')
    await page.locator('[data-test="offline-bar"]').waitFor({ state: 'detached', timeout: 60_000 })
  })

  it('a wire that has gone silent while somebody types is noticed as soon', async () => {
    const { page } = inbox
    const composer = page.locator('[data-test="composer"]')
    const bar = page.locator('[data-test="offline-bar"]')
    await testStack.setWire('freeze')
    const end = Date.now() + NOTICED_WITHIN_MS
    while (Date.now() < end && !(await bar.isVisible()))
      await composer.pressSequentially('да ', { delay: 500 })
    expect(await bar.isVisible()).toBe(true)
    await testStack.setWire('heal')
    await bar.waitFor({ state: 'detached', timeout: 60_000 })
    await composer.fill('')
  })

  it('more changes than the live window holds, missed on a dead wire, all arrive', async () => {
    await testStack.setWire('freeze')
    for (const id of CROWD) await bot.introduce(id, `Гость ${String(id)}`)
    await Promise.all(CROWD.map((id) => bot.write(id, { text: 'Вы открыты?' })))
    await testStack.setWire('heal')
    const listed = inbox.page.locator(`li[aria-setsize="${String(CROWD.length + 1)}"]`)
    // The SDK may wait a minute before it tries the healed wire again.
    await listed.first().waitFor({ timeout: 150_000 })
  })

  it('any page of the company tells of it, and sends what another one left', async () => {
    const { page } = inbox
    const place = page.url()
    await testStack.setWire('freeze')
    await reply(page, 'Заказ собран')
    await page.locator('[data-test="message"][data-status="queued"]', { hasText: 'Заказ собран' }).waitFor()
    await page.getByRole('link', { name: 'Настройки' }).click()
    await page.locator('[data-test="offline-bar"]').waitFor({ timeout: NOTICED_WITHIN_MS })
    await page.reload()
    await testStack.setWire('heal')
    await expect.poll(() => bot.answersSeenBy(DMITRY), { timeout: 90_000 }).toContain('Заказ собран')
    await page.goto(place)
    await messageWith(page, 'Когда доставка?').waitFor()
  })

  it('a computer whose clock is ahead hears what comes after its own change', async () => {
    await bot.introduce(IRINA, 'Ирина')
    await bot.write(IRINA, { text: 'Есть ли скидки?' })
    const { page } = await openInbox(browser, olga)
    await page.addInitScript(`{
      const now = Date.now
      Date.now = () => now() + 10 * 60 * 1000
    }`)
    await page.reload()
    await rowWith(page, 'Ирина').click()
    // It is read here, and that is told with a time of this clock.
    await rowWith(page, 'Ирина').and(page.locator('.unread')).waitFor({ state: 'detached' })
    await bot.write(IRINA, { text: 'А доставка?' })
    await rowWith(page, 'А доставка?').waitFor({ timeout: NOTICED_WITHIN_MS })
    await messageWith(page, 'А доставка?').waitFor()
    await page.context().close()
  })

  it('sockets that are half dead are replaced within 45 seconds', async () => {
    const { page } = inbox
    await testStack.setWire('strand')
    await bot.write(DMITRY, { text: 'Спасибо, жду' })
    await messageWith(page, 'Спасибо, жду').waitFor({ timeout: NOTICED_WITHIN_MS })
  })
})
