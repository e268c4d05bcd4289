import { randomBytes } from 'node:crypto'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ConversationId } from '#shared/domain/ids.ts'
import { channelIdSchema, conversationIdSchema, messageIdSchema } from '#shared/domain/ids.ts'
import { MINUTE_MS } from '#shared/domain/time.ts'
import { aChannel } from '#tests/builders/aChannel.ts'
import { aConversation } from '#tests/builders/aConversation.ts'
import { aMessage } from '#tests/builders/aMessage.ts'
import { aNote } from '#tests/builders/aNote.ts'
import { launchChromium } from '#tools/browser/launchChromium.ts'
import { writeDocument } from '#tools/demo/documents.ts'
import { testStack } from '#tools/stack/testStack.ts'
import { JourneyCompany, messageWith, openInbox } from './journeyCompany.ts'

const COUNT = 160
const UNREAD = 12
const channelId = channelIdSchema.parse('channel')

describe('who reads in the middle of a long conversation', () => {
  let browser: Browser
  let company: JourneyCompany
  let page: Page
  const conversationId: ConversationId = conversationIdSchema.parse(randomBytes(8).toString('hex'))
  const start = Date.now() - COUNT * 3 * MINUTE_MS

  beforeAll(async () => {
    browser = await launchChromium()
    company = await new JourneyCompany().found()
    const { companyId } = company
    const olga = await company.addMember('Ольга Нечаева', 'admin')
    await writeDocument('channels', { companyId, channelId }, aChannel({}))
    for (let at = 0; at < COUNT; at++) await store(at)
    const lastInboundAt = momentOf(COUNT - 1)
    const unread = { unreadCount: UNREAD, lastInboundAt, lastMessageAt: lastInboundAt, sortAt: lastInboundAt }
    await writeDocument(
      'conversations',
      { companyId, conversationId },
      aConversation({ channelId, ...unread }),
    )
    ;({ page } = await openInbox(browser, olga))
    await page.goto(`${testStack.url('hosting')}/c/${companyId}/inbox/${conversationId}`)
    await messageWith(page, `Строка ${String(COUNT - 1)}.`).waitFor()
  })
  afterAll(() => browser.close())

  const momentOf = (at: number) => start + at * 3 * MINUTE_MS
  const idOf = (at: number) => messageIdSchema.parse(`message-${String(at).padStart(4, '0')}`)
  const textOf = (at: number) => `Строка ${String(at)}. ${'Длинный рассказ о погоде. '.repeat(at % 4)}`

  async function store(at: number, change: Parameters<typeof aMessage>[0] = {}): Promise<void> {
    const sentAt = momentOf(at)
    const message = aMessage({ text: textOf(at), sentAt, createdAt: sentAt, updatedAt: sentAt, ...change })
    const place = { companyId: company.companyId, conversationId }
    await writeDocument('messages', { ...place, messageId: idOf(at) }, message)
  }

  /** Which message stands first in sight, and how far below the upper edge. */
  function inSight(): Promise<{ id: string; top: number }> {
    return page.evaluate(() => {
      const edge = document.querySelector('.messages .scroller')?.getBoundingClientRect().top ?? 0
      const all = [...document.querySelectorAll<HTMLElement>('[data-test="message"]')]
      const first = all.find((each) => each.getBoundingClientRect().top > edge)
      return { id: first?.dataset['id'] ?? '', top: first?.getBoundingClientRect().top ?? 0 }
    })
  }

  const topOf = (id: string) =>
    page.locator(`[data-id="${id}"]`).evaluate((each) => each.getBoundingClientRect().top)
  const shown = () => page.locator('[data-test="message"]').count()

  /** Nothing is under way within a frame. */
  const drawn = () =>
    page.evaluate('new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))')

  /** Whatever happens, what stood in sight stands where it stood. */
  async function expectStill(happens: () => Promise<unknown>): Promise<void> {
    await drawn()
    const { id, top } = await inSight()
    expect(id).not.toBe('')
    await happens()
    await drawn()
    expect(Math.abs((await topOf(id)) - top)).toBeLessThan(2)
  }

  async function scrollBy(pixels: number): Promise<void> {
    await page.locator('.messages .scroller').evaluate((each, by) => {
      each.scrollTop += by
    }, pixels)
    await drawn()
  }

  it('begins at the line of what is new', async () => {
    const line = page.getByRole('separator', { name: 'Новые сообщения' }).or(page.locator('.messages .new'))
    await line.first().waitFor()
    const box = await line.first().boundingBox()
    const pane = await page.locator('.messages .scroller').boundingBox()
    expect(box && pane && box.y > pane.y && box.y < pane.y + pane.height).toBe(true)
    const next = await line.first().evaluate((each) => each.nextElementSibling?.getAttribute('data-id'))
    expect(next).toBe(idOf(COUNT - UNREAD))
  })

  it('sees no line move while older pages come', async () => {
    const before = await shown()
    await scrollBy(-100_000)
    await expectStill(() => expect.poll(shown, { timeout: 10_000 }).toBeGreaterThan(before))
    await scrollBy(800)
  })

  it('sees none move while new messages come, and is told how many', async () => {
    await expectStill(async () => {
      for (const at of [COUNT, COUNT + 1, COUNT + 2]) {
        const createdAt = Date.now()
        await store(at, { sentAt: createdAt, createdAt, updatedAt: createdAt })
      }
      await page.getByRole('button', { name: /3 новых/ }).waitFor()
    })
  })

  it('sees none move while a late message finds its place above, and it says so', async () => {
    const { id } = await inSight()
    const above = Number(id.slice('message-'.length)) - 3
    const now = Date.now()
    const late = aMessage({
      text: `Опоздавшее. ${'Очень длинное. '.repeat(40)}`,
      sentAt: momentOf(above) + MINUTE_MS,
      createdAt: now,
      updatedAt: now,
    })
    await expectStill(async () => {
      const messageId = messageIdSchema.parse('late')
      await writeDocument('messages', { companyId: company.companyId, conversationId, messageId }, late)
      await messageWith(page, 'Опоздавшее.').waitFor()
    })
    expect(await messageWith(page, 'Опоздавшее.').textContent()).toContain('получено')
  })

  it('sees none move while what stands above grows', async () => {
    const { id } = await inSight()
    const above = Number(id.slice('message-'.length)) - 2
    const now = Date.now()
    await expectStill(async () => {
      await store(above, { text: `Исправлено. ${'Ещё длиннее. '.repeat(80)}`, updatedAt: now, editedAt: now })
      await messageWith(page, 'Исправлено.').waitFor()
    })
    await expectStill(async () => {
      const note = aNote({
        createdAt: momentOf(above) + 1,
        updatedAt: Date.now(),
        text: 'Заметка. '.repeat(60),
      })
      await writeDocument('notes', { companyId: company.companyId, conversationId, noteId: 'late' }, note)
      await page.locator('[data-test="thread-note"]').waitFor({ timeout: 10_000 })
    })
    await expectStill(() =>
      page.locator(`[data-id="${idOf(above)}"]`).evaluate((each) => {
        each.style.paddingTop = '120px'
      }),
    )
  })

  it('sees none move while the pane gets narrower', async () => {
    await expectStill(async () => {
      await page.setViewportSize({ width: 1100, height: 900 })
      await page.evaluate(
        'new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done())))',
      )
    })
  })

  it('gets to the newest by one press', async () => {
    await page.getByRole('button', { name: /новых/ }).click()
    await expect.poll(() => messageWith(page, `Строка ${String(COUNT + 2)}.`).isVisible()).toBe(true)
    await page.getByRole('button', { name: /новых|последн/ }).waitFor({ state: 'detached' })
    const now = Date.now()
    await store(COUNT + 3, { sentAt: now, createdAt: now, updatedAt: now })
    await messageWith(page, `Строка ${String(COUNT + 3)}.`).waitFor()
    const box = await messageWith(page, `Строка ${String(COUNT + 3)}.`).boundingBox()
    expect((box?.y ?? 10_000) + (box?.height ?? 0)).toBeLessThan(900)
  })
})
