import { randomBytes } from 'node:crypto'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ConversationId } from '#shared/domain/ids.ts'
import {
  attachmentIdSchema,
  channelIdSchema,
  conversationIdSchema,
  messageIdSchema,
} from '#shared/domain/ids.ts'
import { MINUTE_MS } from '#shared/domain/time.ts'
import { aChannel } from '#tests/builders/aChannel.ts'
import { aConversation } from '#tests/builders/aConversation.ts'
import { aMessage } from '#tests/builders/aMessage.ts'
import { launchChromium } from '#tools/browser/launchChromium.ts'
import { writeDocument } from '#tools/demo/documents.ts'
import { testStack } from '#tools/stack/testStack.ts'
import { JourneyCompany, messageWith, openInbox, reply } from './journeyCompany.ts'
import { walkThread } from './walkThread.ts'

const COUNT = 320
const NODES = 2500
/** Far above the end, and what quotes it stands far below. */
const QUOTED = 30
const PICTURE = 100
/** Of a machine that does much else. */
const PATIENCE = { timeout: 20_000 }
const channelId = channelIdSchema.parse('channel')

describe.each([
  { on: 'a desktop', viewport: { width: 1440, height: 900 } },
  { on: 'a phone', viewport: { width: 390, height: 844 } },
])('a conversation of hundreds of messages on $on', ({ viewport }) => {
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
    await Promise.all(Array.from({ length: COUNT }, (_, at) => store(at)))
    await store(PICTURE, { kind: 'image', text: '', attachments: [aPicture('pending')] })
    const quote = { messageId: idOf(QUOTED), author: 'Пётр Петров', text: textOf(QUOTED) }
    await store(COUNT - 1, { replyTo: quote })
    const lastInboundAt = momentOf(COUNT - 1)
    const moments = { lastInboundAt, lastMessageAt: lastInboundAt, sortAt: lastInboundAt }
    await writeDocument(
      'conversations',
      { companyId, conversationId },
      aConversation({ channelId, unreadCount: 0, ...moments }),
    )
    ;({ page } = await openInbox(browser, olga, viewport))
    await page.goto(`${testStack.url('hosting')}/c/${companyId}/inbox/${conversationId}`)
    await messageAt(COUNT - 1).waitFor()
  })
  afterAll(() => browser.close())

  const momentOf = (at: number) => start + at * 3 * MINUTE_MS
  const idOf = (at: number) => messageIdSchema.parse(`message-${String(at).padStart(4, '0')}`)
  const textOf = (at: number) => `Строка ${String(at)}. ${'Длинный рассказ о погоде. '.repeat(at % 4)}`
  const messageAt = (at: number) => page.locator(`article[data-id="${idOf(at)}"]`)
  const scroller = () => page.locator('.messages .scroller')
  const toEnd = () => page.getByRole('button', { name: /К последним/ })

  function aPicture(state: 'pending' | 'ready') {
    const id = attachmentIdSchema.parse('picture')
    const asked = { id, kind: 'image', name: 'Вид.png', contentType: 'image/png', size: 0, state } as const
    return state === 'ready' ? { ...asked, width: 300, height: 900 } : asked
  }

  async function store(at: number, change: Parameters<typeof aMessage>[0] = {}): Promise<void> {
    const sentAt = momentOf(at)
    const message = aMessage({ text: textOf(at), sentAt, createdAt: sentAt, updatedAt: sentAt, ...change })
    const place = { companyId: company.companyId, conversationId }
    await writeDocument('messages', { ...place, messageId: idOf(at) }, message)
  }

  /** Drawn and in sight. */
  async function isInSight(at: number): Promise<boolean> {
    const pane = await scroller().boundingBox()
    const box = (await messageAt(at).count()) === 1 ? await messageAt(at).boundingBox() : null
    return box !== null && pane !== null && box.y + box.height > pane.y && box.y < pane.y + pane.height
  }
  const expectInSight = (at: number) => expect.poll(() => isInSight(at), PATIENCE).toBe(true)

  /** Messages from the top of the pane to its bottom, with no more between them than there always is. */
  const isFilled = () =>
    scroller().evaluate((pane) => {
      const { top, bottom } = pane.getBoundingClientRect()
      const isDrawn = (y: number) =>
        [...pane.querySelectorAll('article')].some((each) => {
          const box = each.getBoundingClientRect()
          return box.top - 60 < y && box.bottom + 60 > y
        })
      return isDrawn(top) && isDrawn((top + bottom) / 2) && isDrawn(bottom)
    })

  it('is read up to its beginning without a line that jumps or a page that swells', async () => {
    const { worst, nodes } = await walkThread(page, -230, idOf(0))
    expect(worst).toBeLessThanOrEqual(1)
    expect(nodes).toBeLessThan(NODES)
    await expectInSight(0)
  })

  it('is read down again, while a message comes and a picture above gets its size', async () => {
    await walkThread(page, 230, idOf(PICTURE + 12))
    const now = Date.now()
    const walking = walkThread(page, 90, idOf(PICTURE + 60))
    await store(PICTURE, { kind: 'image', text: '', attachments: [aPicture('ready')], updatedAt: now })
    await store(COUNT, { sentAt: now, createdAt: now, updatedAt: now })
    const slow = await walking
    expect(slow.worst).toBeLessThanOrEqual(1)
    await page.getByRole('button', { name: /1 новое/ }).waitFor()
    const fast = await walkThread(page, 400, idOf(COUNT - 12))
    expect(fast.worst).toBeLessThanOrEqual(1)
    expect(Math.max(slow.nodes, fast.nodes)).toBeLessThan(NODES)
    await scroller().evaluate((each) => {
      each.scrollTop = each.scrollHeight
    })
    await expectInSight(COUNT)
    await toEnd().waitFor({ state: 'detached' })
  })

  it('says what has come, and not what is drawn by scrolling', async () => {
    const news = page.locator('[data-test="spoken-news"]')
    expect(await news.locator('p').allTextContents()).toEqual([
      expect.stringContaining(`Строка ${String(COUNT)}.`),
    ])
    expect(await page.getByRole('log').getAttribute('aria-live')).toBe('off')
  })

  it('is left upwards by a quote, with what stands around it, and down by one press', async () => {
    await messageAt(COUNT - 1)
      .locator('.quote')
      .click()
    await expectInSight(QUOTED)
    await messageAt(QUOTED + 3).waitFor()
    expect(await messageAt(COUNT).count()).toBe(0)
    await toEnd().click()
    await expectInSight(COUNT)
    await toEnd().waitFor({ state: 'detached' })
  })

  it('has its ends under Home and End, and a place for the focus wherever one goes', async () => {
    await messageAt(COUNT).focus()
    await page.keyboard.press('Home')
    await expectInSight(0)
    expect(await scroller().evaluate((each) => each === document.activeElement)).toBe(true)
    await page.keyboard.press('End')
    await expectInSight(COUNT)
    await messageAt(COUNT).focus()
    for (let step = 0; step < 3; step++) await page.keyboard.press('ArrowUp')
    expect(await messageAt(COUNT - 3).evaluate((each) => each === document.activeElement)).toBe(true)
  })

  it('is leafed through by Page Up and Page Down, without a gap', async () => {
    await scroller().focus()
    await page.keyboard.press('End')
    await expectInSight(COUNT)
    for (let press = 0; press < 200 && !(await isInSight(0)); press++) {
      await page.keyboard.press('PageUp')
      await expect.poll(() => isFilled()).toBe(true)
    }
    await expectInSight(0)
    await page.keyboard.press('PageDown')
    await expect.poll(() => isFilled()).toBe(true)
  })

  it('strands nobody at the edge of what is drawn, however fast one goes', async () => {
    await scroller().hover()
    for (let press = 0; press < 400 && (await messageAt(0).count()) === 0; press++) {
      await page.mouse.wheel(0, -1500)
    }
    await expect.poll(() => messageAt(0).count()).toBe(1)
    await expect
      .poll(async () => {
        await scroller().evaluate((each) => {
          each.scrollTop = each.scrollHeight
        })
        return messageAt(COUNT).count()
      }, PATIENCE)
      .toBe(1)
    expect(await page.evaluate(() => document.querySelectorAll('*').length)).toBeLessThan(NODES)
  })

  it('shows what one sends from far above', async () => {
    await scroller().focus()
    await page.keyboard.press('Home')
    await expectInSight(0)
    await reply(page, 'Отвечаю сверху')
    await messageWith(page, 'Отвечаю сверху').waitFor()
    await toEnd().waitFor({ state: 'detached' })
  })
})
