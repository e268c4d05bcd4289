import type { Browser, Page } from 'playwright-core'
import * as z from 'zod/mini'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { connectChannelContract } from '#shared/api/channels.ts'
import { conversationIdSchema, messageIdSchema } from '#shared/domain/ids.ts'
import { HOUR_MS } from '#shared/domain/time.ts'
import { launchChromium } from '#tools/browser/launchChromium.ts'
import { callAs, postJson } from '#tools/demo/callAs.ts'
import { writeDocument } from '#tools/demo/documents.ts'
import { testStack } from '#tools/stack/testStack.ts'
import { aMessage } from '#tests/builders/aMessage.ts'
import type { JourneyMember, OpenedInbox } from './journeyCompany.ts'
import { JourneyCompany, messageWith, openInbox, reply, rowWith } from './journeyCompany.ts'

const newAccountSchema = z.object({ id: z.string(), key: z.string() })
const accountSchema = z.object({
  customers: z.array(
    z.object({ phone: z.string(), messages: z.array(z.object({ from: z.string(), text: z.string() })) }),
  ),
})

let account: { readonly id: string; readonly key: string }
const accounts = () => `${testStack.url('simulators')}/sandbox/control/accounts`
const control = () => `${accounts()}/${account.id}`

async function answersTo(phone: string): Promise<string[]> {
  const { customers } = accountSchema.parse(await (await fetch(control())).json())
  const messages = customers.find((each) => each.phone === phone)?.messages ?? []
  return messages.filter(({ from }) => from === 'company').map(({ text }) => text)
}

const writeAs = (phone: string, text: string, agoMs = 0) =>
  postJson(`${control()}/customers/${phone.slice(1)}/messages`, { text, agoMs })

async function openNewMessage(page: Page) {
  await page.locator('[data-test="new-message"]').click()
  await page.getByRole('dialog', { name: 'Новое сообщение' }).waitFor()
}

async function fillIn(page: Page, phone: string, values: Readonly<Record<string, string>>) {
  await page.locator('[data-test="new-phone"]').fill(phone)
  await page.locator('[data-test="approved-template"]').selectOption({ label: 'Заказ готов · ru' })
  for (const [name, value] of Object.entries(values)) await page.getByLabel(name, { exact: true }).fill(value)
}

describe.each([
  ['on a desktop', { width: 1440, height: 900 }, '+79265550101'],
  ['on a phone', { width: 390, height: 844 }, '+79265550102'],
] as const)('writing first %s', (_name, viewport, phone) => {
  let browser: Browser
  let opened: OpenedInbox
  let company: JourneyCompany
  let olga: JourneyMember

  beforeAll(async () => {
    browser = await launchChromium()
    company = await new JourneyCompany().found()
    olga = await company.addMember('Ольга Нечаева', 'admin')
    account = newAccountSchema.parse(await postJson(accounts(), { name: 'Тёплый дом' }))
    const bot = await company.connectTelegram(olga)
    await bot.introduce(8_200_001, 'Анна Светлова')
    const request = { companyId: company.companyId, kind: 'sandbox', form: { key: account.key } }
    await callAs(olga.userId, connectChannelContract, request)
    opened = await openInbox(browser, olga, viewport)
  })
  afterAll(() => browser.close())

  it('offers the channel that can, and says why the bot cannot', async () => {
    await openNewMessage(opened.page)
    await opened.page
      .getByText('Telegram-бот не может написать первым: дождитесь сообщения клиента')
      .waitFor()
    expect(await opened.page.getByRole('radio', { name: 'Песочница' }).isChecked()).toBe(true)
    expect(await opened.page.getByRole('radio', { name: 'Telegram-бот' }).isDisabled()).toBe(true)
  })

  it('says which number nobody is under', async () => {
    await fillIn(opened.page, '8 (999) 000-00-00', { имя: 'Анна', 'номер заказа': '17' })
    await opened.page.getByRole('button', { name: 'Отправить сообщение' }).click()
    await opened.page.getByText('Этого номера нет в «Песочница»').waitFor()
  })

  it('sends an approved template, as its preview shows it, and opens the conversation', async () => {
    const { page } = opened
    await page.locator('[data-test="new-phone"]').fill(phone)
    const preview = page.locator('[data-test="template-preview"]')
    expect(await preview.textContent()).toBe('Здравствуйте, Анна. Заказ 17 готов, его можно забрать.')
    await page.getByRole('button', { name: 'Отправить сообщение' }).click()
    await page.locator('[data-test="message"][data-status="sent"]', { hasText: 'Заказ 17 готов' }).waitFor()
    expect(await answersTo(phone)).toEqual(['Здравствуйте, Анна. Заказ 17 готов, его можно забрать.'])
  })

  it('leaves no composer until the contact answers, and then says how long there is', async () => {
    const { page } = opened
    await page.getByText('Окно ответа Песочница закрыто').waitFor()
    await writeAs(phone, 'Спасибо, зайду', 22 * HOUR_MS)
    await messageWith(page, 'Спасибо, зайду').waitFor()
    await page.getByText(/Окно ответа: ещё (1 ч 59|2 ч 0) мин/).waitFor()
    await reply(page, 'Ждём вас')
    await page.locator('[data-test="message"][data-status="sent"]', { hasText: 'Ждём вас' }).waitFor()
  })

  it('opens the conversation there is instead of another one', async () => {
    const { page } = opened
    if (viewport.width < 600) await page.goBack()
    await openNewMessage(page)
    await page.locator('[data-test="new-phone"]').fill(phone)
    await page.locator('[data-test="known-contact"]').click()
    await messageWith(page, 'Ждём вас').waitFor()
    expect(await answersTo(phone)).toHaveLength(2)
    if (viewport.width > 600) expect(await rowWith(page, 'Ждём вас').count()).toBe(1)
  })

  it('sends a template once the window is closed', async () => {
    const { page } = opened
    const late = `${phone.slice(0, -1)}9`
    await writeAs(late, 'Когда откроетесь?', 30 * HOUR_MS)
    if (viewport.width < 600) await page.goBack()
    await rowWith(page, 'Когда откроетесь?').click()
    await page.locator('[data-test="choose-template"]').click()
    await page.locator('[data-test="approved-template"]').selectOption({ label: 'Вопрос ещё открыт · ru' })
    await page.getByRole('button', { name: 'Отправить шаблон' }).click()
    await page
      .locator('[data-test="message"][data-status="sent"]', { hasText: 'Вопрос ещё актуален?' })
      .waitFor()
  })

  it('offers a template beside what failed because the window had closed', async () => {
    const { page } = opened
    const messageId = messageIdSchema.parse('failed')
    const conversationId = conversationIdSchema.parse(new URL(page.url()).pathname.split('/').at(-1))
    await writeDocument(
      'messages',
      { companyId: company.companyId, conversationId, messageId },
      aMessage({
        direction: 'outbound',
        text: 'Открываемся в девять',
        author: { type: 'member', id: olga.userId, name: olga.name },
        sentAt: Date.now(),
        createdAt: Date.now(),
        updatedAt: Date.now(),
        delivery: { status: 'failed', reason: 'windowClosed' },
      }),
    )
    await messageWith(page, 'Открываемся в девять').locator('[data-test="send-by-template"]').click()
    const dialog = page.getByRole('dialog', { name: 'Одобренный шаблон' })
    await dialog.locator('[data-test="approved-template"]').waitFor()
    await dialog.getByRole('button', { name: 'Отмена' }).click()
    await dialog.waitFor({ state: 'hidden' })
  })

  it('leaves no error in the page', () => {
    expect(opened.errors).toEqual([])
  })
})
