import { randomBytes } from 'node:crypto'
import type { Browser, Page } from 'playwright-core'
import * as z from 'zod/mini'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { connectChannelContract, disconnectChannelContract } from '#shared/api/channels.ts'
import type { ChannelId } from '#shared/domain/ids.ts'
import { launchChromium } from '#tools/browser/launchChromium.ts'
import { callAs, postJson } from '#tools/demo/callAs.ts'
import { testStack } from '#tools/stack/testStack.ts'
import type { JourneyMember, OpenedInbox } from './journeyCompany.ts'
import { JourneyCompany, messageWith, openInbox } from './journeyCompany.ts'

const newAccountSchema = z.object({ id: z.string(), key: z.string() })
const accountSchema = z.object({
  customers: z.array(
    z.object({
      phone: z.string(),
      messages: z.array(z.object({ from: z.string(), text: z.string(), fileName: z.string() })),
    }),
  ),
})
const PRICES = { name: 'цены.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4 цены') }

const dialogOf = (page: Page) => page.getByRole('dialog', { name: 'Новое сообщение' })
const phoneOf = (page: Page) => page.locator('[data-test="new-phone"]')

describe.each([
  ['on a desktop', { width: 1440, height: 900 }, '+79265550201'],
  ['on a phone', { width: 390, height: 844 }, '+79265550202'],
] as const)('writing first in words of one’s own %s', (_name, viewport, phone) => {
  let browser: Browser
  let company: JourneyCompany
  let olga: JourneyMember
  let opened: OpenedInbox
  let control: string
  let channelId: ChannelId

  async function sentTo(to: string) {
    const { customers } = accountSchema.parse(await (await fetch(control)).json())
    const messages = customers.find((each) => each.phone === to)?.messages ?? []
    return messages.filter(({ from }) => from === 'company').map(({ text, fileName }) => ({ text, fileName }))
  }

  beforeAll(async () => {
    browser = await launchChromium()
    company = await new JourneyCompany().found()
    olga = await company.addMember('Ольга Нечаева', 'admin')
    const accounts = `${testStack.url('simulators')}/openline/control/accounts`
    const name = `Линия ${randomBytes(4).toString('hex')}`
    const account = newAccountSchema.parse(await postJson(accounts, { name, hasWindow: false }))
    control = `${accounts}/${account.id}`
    const request = { companyId: company.companyId, kind: 'openline', form: { key: account.key } }
    ;({ channelId } = await callAs(olga.userId, connectChannelContract, request))
    opened = await openInbox(browser, olga, viewport)
  })
  afterAll(() => browser.close())

  it('a template with a file is there to be taken', async () => {
    const { page } = opened
    await page.goto(`${testStack.url('hosting')}/c/${company.companyId}/templates`)
    await page.getByRole('button', { name: 'Добавить' }).first().click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('Название шаблона').fill('Цены')
    await dialog.getByLabel('Текст ответа').fill('Здравствуйте! Цены в файле.')
    await dialog.locator('input[type="file"]').setInputFiles(PRICES)
    await dialog.getByRole('button', { name: 'Сохранить' }).click()
    await page.locator('[data-test="template"]', { hasText: 'цены.pdf' }).waitFor()
    await page.goto(`${testStack.url('hosting')}/c/${company.companyId}/inbox`)
  })

  it('says what is missing before anything is sent', async () => {
    const { page } = opened
    await page.locator('[data-test="new-message"]').click()
    await dialogOf(page).waitFor()
    await phoneOf(page).fill('+7 926 12')
    await page.getByRole('button', { name: 'Отправить сообщение' }).click()
    await page.getByText('Укажите телефон целиком').waitFor()
    await page.getByText('Напишите сообщение').waitFor()
  })

  it('says which number nobody is under, and begins nothing', async () => {
    const { page } = opened
    await phoneOf(page).fill('8 (999) 000-00-00')
    await page.locator('[data-test="new-text"]').fill('Здравствуйте')
    await page.getByRole('button', { name: 'Отправить сообщение' }).click()
    await page.getByText('Этого номера нет в «Открытая линия»').waitFor()
    expect(await sentTo('+79990000000')).toEqual([])
  })

  it('sends a template’s words with its file, and opens the conversation', async () => {
    const { page } = opened
    await phoneOf(page).fill(phone)
    await page.getByRole('button', { name: 'Взять из шаблона' }).click()
    await page.locator('[data-test="template-option"]', { hasText: 'Цены' }).click()
    await page.locator('[data-test="new-file"]', { hasText: 'цены.pdf' }).waitFor()
    expect(await page.locator('[data-test="new-text"]').inputValue()).toBe('Здравствуйте! Цены в файле.')
    await page.getByRole('button', { name: 'Отправить сообщение' }).click()
    const sent = page.locator('[data-test="message"][data-status="sent"]', { hasText: 'Цены в файле' })
    await sent.waitFor()
    await sent.getByText('цены.pdf').waitFor()
    expect(await sentTo(phone)).toEqual([{ text: 'Здравствуйте! Цены в файле.', fileName: 'цены.pdf' }])
  })

  it('opens the conversation there is instead of another one', async () => {
    const { page } = opened
    if (viewport.width < 600) await page.goBack()
    await page.locator('[data-test="new-message"]').click()
    await phoneOf(page).fill(phone)
    await page.locator('[data-test="new-text"]').fill('Ещё раз здравствуйте')
    await page.getByRole('button', { name: 'Отправить сообщение' }).click()
    await page.getByText('Такой диалог уже есть. Сообщение не отправлено').waitFor()
    await messageWith(page, 'Цены в файле').waitFor()
    expect(await sentTo(phone)).toHaveLength(1)
  })

  it('offers no channel that has been disconnected', async () => {
    const { page } = opened
    if (viewport.width < 600) await page.goBack()
    await callAs(olga.userId, disconnectChannelContract, { companyId: company.companyId, channelId })
    await page.locator('[data-test="new-message"]').click()
    await page.getByText('Открытая линия: канал отключён').waitFor()
    expect(await page.getByRole('button', { name: 'Отправить сообщение' }).isDisabled()).toBe(true)
  })

  it('leaves no error in the page', () => {
    expect(opened.errors).toEqual([])
  })
})
