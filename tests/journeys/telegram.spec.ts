import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchChromium } from '#tools/browser/launchChromium.ts'
import type { JourneyBot, OpenedInbox } from './journeyCompany.ts'
import { JourneyCompany, messageWith, openInbox, reply, rowWith } from './journeyCompany.ts'

const ANNA = 8_100_001

/** A text file out of the clipboard, or let go over the conversation. */
async function give(page: Page, how: 'paste' | 'drop', name: string): Promise<void> {
  await page.locator('[data-test="composer"]').evaluate(
    (composer, [type, fileName]) => {
      const data = new DataTransfer()
      data.items.add(new File(['1'], fileName, { type: 'text/plain' }))
      const options = { bubbles: true, cancelable: true }
      const event =
        type === 'paste'
          ? new ClipboardEvent('paste', { ...options, clipboardData: data })
          : new DragEvent('drop', { ...options, dataTransfer: data })
      composer.dispatchEvent(event)
    },
    [how, name] as const,
  )
}

describe.each([
  ['at a wide window', { width: 1440, height: 900 }],
  ['on a phone', { width: 390, height: 844 }],
] as const)('a customer of the Telegram bot, whose operator is %s', (_, viewport) => {
  let browser: Browser
  let bot: JourneyBot
  let ours: OpenedInbox
  let theirs: OpenedInbox

  beforeAll(async () => {
    browser = await launchChromium()
    const company = await new JourneyCompany().found()
    const olga = await company.addMember('Ольга Нечаева', 'admin')
    const irina = await company.addMember('Ирина Лаптева', 'operator')
    bot = await company.connectTelegram(olga)
    await bot.introduce(ANNA, 'Анна Светлова')
    ours = await openInbox(browser, olga, viewport)
    theirs = await openInbox(browser, irina)
  })
  afterAll(() => browser.close())

  it('writes, and both operators see it live, unread and waiting', async () => {
    await bot.write(ANNA, { text: 'Можно обменять плед?' })
    for (const { page } of [ours, theirs]) {
      await rowWith(page, 'Анна Светлова').waitFor()
      await page.getByRole('link', { name: /Анна Светлова.*без ответа.*1 непрочитанн/ }).waitFor()
    }
  })

  it('is answered, and gets the answer once', async () => {
    await rowWith(ours.page, 'Анна Светлова').click()
    await messageWith(ours.page, 'Можно обменять плед?').waitFor()
    await reply(ours.page, 'Обменяем за наш счёт')
    await ours.page.locator('[data-test="message"][data-status="sent"]', { hasText: 'Обменяем' }).waitFor()
    expect(await bot.answersSeenBy(ANNA)).toEqual(['Обменяем за наш счёт'])
  })

  it('and the other operator sees the same answer live', async () => {
    await rowWith(theirs.page, 'Обменяем').waitFor()
    await rowWith(theirs.page, 'Анна Светлова').click()
    await theirs.page.locator('[data-test="message"][data-status="sent"]', { hasText: 'Обменяем' }).waitFor()
    expect(await messageWith(theirs.page, 'Обменяем').count()).toBe(1)
  })

  it('sends a photo, which arrives as a picture', async () => {
    await bot.write(ANNA, { photo: {}, caption: 'Вот он' })
    await messageWith(ours.page, 'Вот он').locator('img').waitFor()
  })

  it('edits, and the operator sees the new text and that it was edited', async () => {
    const before = await messageWith(ours.page, 'Можно обменять плед?').getAttribute('data-id')
    await bot.edit(ANNA, 'Можно обменять плед?', 'Можно вернуть плед?')
    await messageWith(ours.page, 'Можно вернуть плед?').waitFor()
    expect(await messageWith(ours.page, 'Можно вернуть плед?').getAttribute('data-id')).toBe(before)
    expect(await messageWith(ours.page, 'Можно вернуть плед?').textContent()).toContain('изм.')
  })

  it('gets a file the operator attaches', async () => {
    await ours.page
      .locator('input[type="file"]')
      .first()
      .setInputFiles({
        name: 'накладная.pdf',
        mimeType: 'application/pdf',
        buffer: Buffer.from('%PDF-1.4 накладная'),
      })
    await reply(ours.page, 'Ваша накладная')
    await ours.page
      .locator('[data-test="message"][data-status="sent"]', { hasText: 'Ваша накладная' })
      .waitFor()
    expect(await bot.answersSeenBy(ANNA)).toContain('Ваша накладная')
  })

  it('gets lines broken by Shift Enter with a file that was pasted, and none that was taken out', async () => {
    const { page } = ours
    const composer = page.locator('[data-test="composer"]')
    await give(page, 'paste', 'мерки.txt')
    await page.getByRole('button', { name: 'Убрать файл мерки.txt' }).waitFor()
    await give(page, 'drop', 'схема.txt')
    await page.getByRole('button', { name: 'Убрать файл схема.txt' }).click()
    await composer.fill('Наши мерки:')
    await composer.press('Shift+Enter')
    await composer.pressSequentially('в файле')
    expect(await composer.inputValue()).toBe('Наши мерки:\nв файле')
    await composer.press('Enter')
    await page.locator('[data-test="message"][data-status="sent"]', { hasText: 'мерки.txt' }).waitFor()
    const answers = await bot.answersSeenBy(ANNA)
    expect(answers.slice(-1)).toEqual(['Наши мерки:\nв файле'])
  })

  it('whose Telegram breaks off is shown as uncertain, and gets the message once', async () => {
    await bot.setFaults({ sends: { kind: 'dropAnswer', count: 1 } })
    await reply(ours.page, 'Привезём завтра')
    await ours.page
      .locator('[data-test="message"][data-status="uncertain"]', { hasText: 'Привезём' })
      .waitFor()
    const answers = await bot.answersSeenBy(ANNA)
    expect(answers.filter((text) => text === 'Привезём завтра')).toHaveLength(1)
  })

  it('leaves no error in either page', () => {
    expect([...ours.errors, ...theirs.errors]).toEqual([])
  })
})
