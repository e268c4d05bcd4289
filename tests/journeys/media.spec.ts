import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { BEEPING_MICROPHONE, launchChromium } from '#tools/browser/launchChromium.ts'
import { demoFile } from '#tools/demo/demoFiles.ts'
import { encodePng } from '#tools/demo/encodePng.ts'
import { eventually } from './eventually.ts'
import type { JourneyBot, OpenedInbox } from './journeyCompany.ts'
import { JourneyCompany, openInbox, rowWith } from './journeyCompany.ts'

const ELENA = 9_300_001
const sizes = [
  ['a wide window', { width: 1440, height: 900 }],
  ['a phone', { width: 390, height: 844 }],
] as const

const photo = (name: string, red: number) => ({
  photo: { name, base64: encodePng(320, 240, (x, y) => [red, x % 256, y % 256]).toString('base64') },
})
const { name: pdfName, bytes: pdfBytes } = demoFile('schet-4190.pdf')

/** In the order they are sent. */
const sent: readonly Record<string, unknown>[] = [
  photo('первое.png', 200),
  photo('второе.png', 40),
  { document: { name: pdfName, contentType: 'application/pdf', base64: pdfBytes.toString('base64') } },
  { video: {} },
  { voice: {} },
  { sticker: { emoji: '🙂' } },
  { location: { latitude: 55.7, longitude: 37.6, title: 'Склад', address: 'ул. Речная, 4' } },
  { contact: { name: 'Павел Гринёв', phone: '+79261112233' } },
  { dice: { value: 3 } },
]

describe.each(sizes)('what is no text, in %s', (_, viewport) => {
  let browser: Browser
  let bot: JourneyBot
  let inbox: OpenedInbox
  let page: Page

  beforeAll(async () => {
    browser = await launchChromium(BEEPING_MICROPHONE)
    const company = await new JourneyCompany().found()
    const olga = await company.addMember('Ольга Нечаева', 'operator')
    bot = await company.connectTelegram(await company.addMember('Анна Админ', 'admin'))
    await bot.introduce(ELENA, 'Елена Прокофьева')
    for (const message of sent) await bot.write(ELENA, message)
    inbox = await openInbox(browser, olga, viewport)
    ;({ page } = inbox)
    await rowWith(page, 'Елена').click()
    await page
      .locator('[data-test="message"]')
      .nth(sent.length - 1)
      .waitFor()
  })
  afterAll(() => browser.close())

  const messages = () => page.locator('[data-test="message"]')
  const closeDialog = async () => {
    await page.getByRole('dialog').getByRole('button', { name: 'Закрыть' }).click()
    await page.getByRole('dialog').waitFor({ state: 'hidden' })
  }

  it('a photo fills the window, and the next one follows it', async () => {
    const photos = page.getByRole('button', { name: /^Открыть фото/ })
    await messages().first().scrollIntoViewIfNeeded()
    await eventually(() => photos.count()).toBe(2)
    await photos.first().click()
    const shown = page.getByRole('dialog').locator('img')
    await shown.waitFor()
    await eventually(() => page.locator('[role="dialog"] :focus').count()).toBe(1)
    const first = await shown.getAttribute('src')
    await page.keyboard.press('ArrowRight')
    await eventually(() => shown.getAttribute('src')).not.toBe(first)
    await eventually(() => shown.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(320)
    await page.getByRole('button', { name: 'Увеличить' }).click()
    await closeDialog()
  })

  it('a document is drawn in the thread, opens in the page, and is downloaded by its name', async () => {
    await page.getByRole('button', { name: `Открыть документ ${pdfName}` }).click()
    const viewer = page.locator('[data-test="pdf-viewer"]')
    await viewer.locator('canvas').first().waitFor()
    await viewer.getByText('1 страница').waitFor({ state: 'attached' })
    const downloading = page.waitForEvent('download')
    await viewer.getByRole('button', { name: 'Скачать файл' }).click()
    expect((await downloading).suggestedFilename()).toBe(pdfName)
    await closeDialog()
  })

  it('a video plays where it stands', async () => {
    const video = page.locator('[data-test="video"] video')
    await page.locator('[data-test="video"]').scrollIntoViewIfNeeded()
    await video.evaluate((screen: HTMLVideoElement) => screen.play())
    await eventually(() => video.evaluate((screen: HTMLVideoElement) => screen.currentTime)).toBeGreaterThan(
      0,
    )
    await video.evaluate((screen: HTMLVideoElement) => {
      screen.pause()
    })
  })

  it('a voice note plays, and faster when asked', async () => {
    const voice = page.getByRole('group', { name: /^Голосовое сообщение/ })
    const position = () => voice.getByLabel('Место в записи').inputValue().then(Number)
    await voice.getByRole('button', { name: 'Прослушать' }).click()
    await eventually(position).toBeGreaterThan(0)
    await voice.getByRole('button', { name: /^Скорость 1/ }).click()
    await voice.getByRole('button', { name: /^Скорость 1,5/ }).waitFor()
  })

  it('a place, a contact, a sticker and what nobody knows say what they are', async () => {
    const place = page.locator('[data-test="location"]')
    await place.getByText('ул. Речная, 4').waitFor()
    expect(await place.getByRole('link', { name: 'Открыть на карте' }).getAttribute('href')).toMatch(
      /^https:/,
    )
    const card = page.locator('[data-test="shared-contact"]')
    expect(await card.getByRole('link', { name: '+79261112233' }).getAttribute('href')).toBe(
      'tel:+79261112233',
    )
    await page.getByRole('img', { name: /🙂/ }).waitFor()
    await messages()
      .last()
      .getByText(/видно только в/)
      .waitFor()
  })

  it('a voice note is recorded, heard again, and reaches the customer', async () => {
    await page.getByRole('button', { name: 'Записать голосовое' }).click()
    await eventually(() => page.locator('[data-test="recorded"]').textContent()).toMatch(/0:0[1-9]/)
    await page.locator('[data-test="stop-recording"]').click()
    await page.locator('[data-test="recorder"]').getByRole('button', { name: 'Прослушать' }).waitFor()
    await page.locator('[data-test="send-voice"]').click()
    await page.locator('[data-test="recorder"]').waitFor({ state: 'detached' })
    await messages()
      .last()
      .getByRole('group', { name: /^Голосовое сообщение/ })
      .waitFor()
    await messages()
      .last()
      .getByLabel(/Отправлено|Доставлено/)
      .waitFor()
  })

  it('leaves no error in the page', () => {
    expect(inbox.errors).toEqual([])
  })
})
