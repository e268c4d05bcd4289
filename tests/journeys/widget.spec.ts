import type { Browser, Frame, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchChromium } from '#tools/browser/launchChromium.ts'
import { database, writeDocument } from '#tools/demo/documents.ts'
import { testStack } from '#tools/stack/testStack.ts'
import { aWidgetMessage } from '#tests/builders/aWidgetMessage.ts'
import type { OpenedInbox } from './journeyCompany.ts'
import { JourneyCompany, messageWith, openInbox, reply } from './journeyCompany.ts'

describe('a visitor of the company’s site', () => {
  let browser: Browser
  let company: JourneyCompany
  let inbox: OpenedInbox
  let site: Page

  beforeAll(async () => {
    browser = await launchChromium()
    company = await new JourneyCompany().found()
    const olga = await company.addMember('Ольга Нечаева', 'admin')
    const widgetId = await company.connectWidget(olga)
    inbox = await openInbox(browser, olga)
    site = await (await browser.newContext({ locale: 'ru-RU' })).newPage()
    await site.goto(`${testStack.url('hosting')}/widget-demo.html?widget=${widgetId}`)
  })
  afterAll(() => browser.close())

  async function openChat(): Promise<Frame> {
    await site.getByRole('button', { name: 'Открыть чат' }).click()
    return chatFrame()
  }

  async function chatFrame(): Promise<Frame> {
    const handle = await site.locator('iframe').first().elementHandle()
    const frame = await handle.contentFrame()
    if (!frame) throw new Error('the widget has no frame')
    return frame
  }

  async function conversations(): Promise<number> {
    const path = `companies/${company.companyId}/conversations`
    return (await database().collection(path).count().get()).data().count
  }

  /** Put where the frame listens without the operator's page, whose wire is the same. */
  async function answerBehindTheWire(text: string): Promise<void> {
    const sessions = database().collection('widgetSessions').where('companyId', '==', company.companyId)
    const [session] = (await sessions.get()).docs
    if (!session) throw new Error('the visitor has no session')
    const externalId = 'late-answer'
    const answer = aWidgetMessage({ direction: 'outbound', externalId, text, sentAt: Date.now() })
    await writeDocument('widgetMessages', { sessionId: session.id, messageId: externalId }, answer)
  }

  it('opens the chat, which makes no conversation yet', async () => {
    const frame = await openChat()
    await frame.locator('textarea').waitFor()
    expect(await conversations()).toBe(0)
  })

  it('writes, and the operator sees it', async () => {
    const frame = await chatFrame()
    await frame.locator('textarea').fill('Есть ли серый плед?')
    await frame.locator('textarea').press('Enter')
    await inbox.page.locator('[data-test="row"]', { hasText: 'Есть ли серый плед?' }).click()
    await messageWith(inbox.page, 'Есть ли серый плед?').waitFor()
    expect(await conversations()).toBe(1)
  })

  it('gets the answer', async () => {
    await reply(inbox.page, 'Серый есть, два размера')
    const frame = await chatFrame()
    await frame.getByText('Серый есть, два размера').waitFor()
    expect(await frame.getByText('Серый есть, два размера').count()).toBe(1)
  })

  it('finds the conversation again after a reload', async () => {
    await site.reload()
    if (!(await site.locator('iframe').first().isVisible())) await openChat()
    const frame = await chatFrame()
    await frame.getByText('Есть ли серый плед?').waitFor()
    await frame.getByText('Серый есть, два размера').waitFor()
  })

  it('sends a file, and the operator may fetch it', async () => {
    const frame = await chatFrame()
    await frame.locator('input[type="file"]').setInputFiles({
      name: 'комната.png',
      mimeType: 'image/png',
      buffer: Buffer.from(
        'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
        'base64',
      ),
    })
    await frame.locator('textarea').fill('Вот комната')
    await frame.locator('textarea').press('Enter')
    await messageWith(inbox.page, 'Вот комната').locator('img').waitFor()
  })

  it('has read the answer, and the operator’s page says so', async () => {
    await inbox.page.locator('[data-test="message"][data-status="read"]', { hasText: 'Серый есть' }).waitFor()
  })

  it('hears an answer within 45 seconds when its sockets are half dead', async () => {
    const frame = await chatFrame()
    await testStack.setWire('strand')
    await answerBehindTheWire('Доставка завтра')
    await frame.getByText('Доставка завтра').waitFor({ timeout: 45_000 })
  })

  it('leaves no error in the operator’s page', () => {
    expect(inbox.errors).toEqual([])
  })
})
