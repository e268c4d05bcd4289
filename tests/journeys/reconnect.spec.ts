import { FieldValue } from 'firebase-admin/firestore'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { routeByChannel } from '#functions/channels/route.ts'
import { conversationIdOf } from '#functions/inbox/ids.ts'
import { receiveEvents } from '#functions/inbox/receiveEvents.ts'
import type { ChannelEvent } from '#shared/domain/channelEvent.ts'
import { documentPath } from '#shared/firestore/collections.ts'
import { functionsEnvironment } from '#tools/bench/BenchStack.ts'
import { nameOfChat, receiveText } from '#tools/bench/receiveText.ts'
import { launchChromium } from '#tools/browser/launchChromium.ts'
import { database } from '#tools/demo/documents.ts'
import { testStack } from '#tools/stack/testStack.ts'
import type { JourneyBot, OpenedInbox } from './journeyCompany.ts'
import { JourneyCompany, messageWith, openInbox, reply, rowWith } from './journeyCompany.ts'

const ANNA = 8_900_001
const GROUPS = 10
const WRITERS = Array.from({ length: 2 * GROUPS }, (_, at) => 8_900_101 + at)
const DONE = Array.from({ length: 2 * GROUPS }, (_, at) => 8_900_201 + at)
/** Sent before, and told to be delivered, then read, while the page hears nothing. */
const ANSWERS = GROUPS / 2
/** The bot's own messages are numbered below. */
const FIRST_QUESTION = 1000
/** Everything is drawn at once: nothing needs scrolling, and a list that is scrolled stands still. */
const TALL = { width: 1440, height: 3600 }
const NOTICED_WITHIN_MS = 45_000
const BACK_WITHIN_MS = 120_000
const PATIENCE = { timeout: 60_000, interval: 200 }

const numbers = (count: number) => Array.from({ length: count }, (_, at) => at)
const question = (at: number) => `Вопрос ${String(at)}.`
const corrected = (group: number) => `Вопрос ${String(3 * group)} исправлен.`
const answer = (at: number) => `Ответ ${String(at)}.`
const writtenMeanwhile = ['Сейчас посмотрю.', 'Сейчас отвечу.']

describe('a page that heard nothing of a hundred changes', () => {
  const company = new JourneyCompany()
  let browser: Browser
  let bot: JourneyBot
  let inbox: OpenedInbox

  beforeAll(async () => {
    // What comes in is taken in by this very process: as quick as a machine is, whatever else it does.
    const { base, projectId } = testStack
    Object.assign(process.env, await functionsEnvironment(base, { GCLOUD_PROJECT: projectId }))
    browser = await launchChromium()
    await company.found()
    const olga = await company.addMember('Ольга Нечаева', 'admin')
    bot = await company.connectTelegram(olga)
    for (const id of [...DONE, ...WRITERS.toReversed()]) await write(id, 1, 'Здравствуйте')
    await bot.introduce(ANNA, nameOfChat(ANNA))
    await bot.write(ANNA, { text: 'Здравствуйте' })
    inbox = await openInbox(browser, olga)
    await inbox.page.setViewportSize(TALL)
    await rowWith(inbox.page, nameOfChat(ANNA)).click({ timeout: PATIENCE.timeout })
    await messageWith(inbox.page, 'Здравствуйте').waitFor()
    // While a pointer is over the list its rows stay where they are.
    await inbox.page.locator('[data-test="composer"]').hover()
    for (const at of numbers(ANSWERS)) await reply(inbox.page, answer(at))
    await vi.waitFor(async () => {
      expect(await statesOfAnswers()).toEqual(numbers(ANSWERS).map(() => 'sent'))
    }, PATIENCE)
  })
  afterAll(async () => {
    await testStack.setWire('heal')
    await browser.close()
  })

  const placeOf = (id: number) => ({
    companyId: company.companyId,
    conversationId: conversationIdOf(bot.channelId, String(id)),
  })

  const write = (chatId: number, messageId: number, text: string) =>
    receiveText(company.companyId, bot.channelId, { chatId, messageId, text })

  async function receive(event: ChannelEvent): Promise<void> {
    const route = await routeByChannel(company.companyId, bot.channelId)
    if (!route) throw new Error('the channel is not connected')
    await receiveEvents(route, [event])
  }

  function edit(chatId: number, messageId: number, text: string): Promise<void> {
    const at = { conversationExternalId: String(chatId), externalId: String(messageId) }
    return receive({ type: 'messageEdited', ...at, text, editedAt: Date.now() })
  }

  async function tellDelivery(text: string, status: 'delivered' | 'read'): Promise<void> {
    const messages = database().collection(`${documentPath('conversations', placeOf(ANNA))}/messages`)
    const { docs } = await messages.where('text', '==', text).get()
    const externalId = String(docs[0]?.get('externalId'))
    await receive({ type: 'deliveryChanged', conversationExternalId: String(ANNA), externalId, status })
  }

  /** As a colleague does it. */
  async function archive(id: number): Promise<void> {
    const path = documentPath('conversations', placeOf(id))
    const event = database().collection(`${path}/events`).doc()
    const now = FieldValue.serverTimestamp()
    const told = { kind: 'archived', from: 'open', to: 'archived', by: 'igor', byName: 'Игорь', at: now }
    const batch = database().batch()
    batch.update(database().doc(path), { state: 'archived', lastEventId: event.id, updatedAt: now })
    batch.set(event, told)
    await batch.commit()
  }

  /** Ten changes: five in the open thread, three of other contacts, and two leave the list. */
  async function change(group: number): Promise<void> {
    for (const at of [0, 1, 2].map((each) => 3 * group + each))
      await write(ANNA, FIRST_QUESTION + at, question(at))
    await edit(ANNA, FIRST_QUESTION + 3 * group, corrected(group))
    await tellDelivery(answer(group % ANSWERS), group < ANSWERS ? 'delivered' : 'read')
    const [first = 0, second = 0] = WRITERS.slice(2 * group, 2 * group + 2)
    for (const id of [first, second]) await write(id, 2, question(id))
    await edit(first, 1, 'Добрый день')
    for (const id of DONE.slice(2 * group, 2 * group + 2)) await archive(id)
  }

  function statesOfAnswers(): Promise<(string | null)[]> {
    const own = messageWith(inbox.page, 'Ответ ')
    return own.evaluateAll((each) => each.map((message) => message.getAttribute('data-status')))
  }

  async function shownTexts(): Promise<string[]> {
    const shown = await inbox.page.locator('[data-test="message"]').allTextContents()
    return shown.flatMap((text) => /(?:Вопрос|Ответ|Сейчас) [^.]*\./u.exec(text)?.[0] ?? [])
  }

  /** Whose rows stand in the list, from above; the open thread's own stands where it did. */
  async function shownRows(): Promise<string[]> {
    const rows = await inbox.page.locator('[data-test="row"]').allTextContents()
    return rows
      .flatMap((text) => /Гость \d+/u.exec(text)?.[0] ?? [])
      .filter((name) => name !== nameOfChat(ANNA))
  }

  it('shows none of them, and keeps what is written meanwhile', async () => {
    const { page } = inbox
    await testStack.setWire('freeze')
    for (const group of numbers(GROUPS)) await change(group)
    await page.locator('[data-test="offline-bar"]').waitFor({ timeout: NOTICED_WITHIN_MS })
    for (const text of writtenMeanwhile) await reply(page, text)
    await messageWith(page, 'отвечу').and(page.locator('[data-status="queued"]')).waitFor()
    expect(await shownTexts()).toEqual([...numbers(ANSWERS).map(answer), ...writtenMeanwhile])
  })

  it('has them once each and in order when it is back, in the thread', async () => {
    // Whatever stood between page and server breaks: nothing goes on where it stopped.
    await testStack.setWire('cut')
    await testStack.setWire('heal')
    const asked = numbers(3 * GROUPS).map((at) => (at % 3 === 0 ? corrected(at / 3) : question(at)))
    const inOrder = [...numbers(ANSWERS).map(answer), ...asked, ...writtenMeanwhile]
    await expect.poll(shownTexts, { timeout: BACK_WITHIN_MS }).toEqual(inOrder)
    await expect.poll(statesOfAnswers, PATIENCE).toEqual(numbers(ANSWERS).map(() => 'read'))
  })

  it('has them in the list, in the order of what was written, without what was archived', async () => {
    const written = WRITERS.toReversed()
    await inbox.page.mouse.move(TALL.width - 1, 0)
    await expect.poll(shownRows, { timeout: BACK_WITHIN_MS }).toEqual(written.map(nameOfChat))
    for (const id of written) await rowWith(inbox.page, question(id)).waitFor()
    await rowWith(inbox.page, 'Сейчас отвечу.').waitFor()
  })

  it('sends what was written meanwhile, once and in order', async () => {
    const answers = [...numbers(ANSWERS).map(answer), ...writtenMeanwhile]
    await expect.poll(() => bot.answersSeenBy(ANNA), { timeout: BACK_WITHIN_MS }).toEqual(answers)
    await messageWith(inbox.page, 'отвечу').and(inbox.page.locator('[data-status="sent"]')).waitFor()
    expect(await bot.answersSeenBy(ANNA)).toEqual(answers)
    expect(inbox.errors).toEqual([])
  })
})
