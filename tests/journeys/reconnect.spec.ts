import { FieldValue } from 'firebase-admin/firestore'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ChannelId } from '#shared/domain/ids.ts'
import { documentPath } from '#shared/firestore/collections.ts'
import { atRate } from '#tools/bench/atRate.ts'
import { nameOfChat, receiveText } from '#tools/bench/receiveText.ts'
import { launchChromium } from '#tools/browser/launchChromium.ts'
import { database } from '#tools/demo/documents.ts'
import type { OpenedInbox } from './journeyCompany.ts'
import { JourneyCompany, messageWith, openInbox, rowWith } from './journeyCompany.ts'

const ANNA = 8_900_001
const WRITERS = Array.from({ length: 20 }, (_, at) => 8_900_101 + at)
const DONE = Array.from({ length: 20 }, (_, at) => 8_900_201 + at)
const EVERYBODY = [...DONE, ...WRITERS, ANNA]
const CHANGES = 100
const OFFLINE_SECONDS = 60
const BACK_WITHIN_MS = 120_000
const ROWS_LOOKED_AT = 12

const numbers = (count: number) => Array.from({ length: count }, (_, at) => at)

describe('a minute without a network', () => {
  const company = new JourneyCompany()
  let browser: Browser
  let channelId: ChannelId
  let inbox: OpenedInbox
  const conversations = new Map<number, string>()

  beforeAll(async () => {
    browser = await launchChromium()
    await company.found()
    const olga = await company.addMember('Ольга Нечаева', 'admin')
    channelId = (await company.connectTelegram(olga)).channelId
    inbox = await openInbox(browser, olga)
    for (const id of EVERYBODY) await write(id, 1, 'Здравствуйте')
    await rowWith(inbox.page, nameOfChat(ANNA)).click()
    await messageWith(inbox.page, 'Здравствуйте').waitFor()
    const { docs } = await database().collection(`companies/${company.companyId}/conversations`).get()
    for (const each of docs) conversations.set(Number(each.get('externalId')), each.id)
  })
  afterAll(() => browser.close())

  const write = (chatId: number, messageId: number, text: string) =>
    receiveText(company.companyId, channelId, { chatId, messageId, text })

  /** As a colleague does it. */
  async function archive(id: number): Promise<void> {
    const place = { companyId: company.companyId, conversationId: conversations.get(id) ?? '' }
    const path = documentPath('conversations', place)
    const event = database().collection(`${path}/events`).doc()
    const now = FieldValue.serverTimestamp()
    const told = { kind: 'archived', from: 'open', to: 'archived', by: 'igor', byName: 'Игорь', at: now }
    const batch = database().batch()
    batch.update(database().doc(path), { state: 'archived', lastEventId: event.id, updatedAt: now })
    batch.set(event, told)
    await batch.commit()
  }

  /** Of five changes three are in the open thread, one archives, and one is another contact's. */
  async function change(at: number): Promise<void> {
    const group = Math.floor(at / 5)
    if (at % 5 < 3) await write(ANNA, at + 2, `Вопрос ${String(group * 3 + (at % 5))}.`)
    else if (at % 5 === 3) await archive(DONE[group] ?? 0)
    else await write(WRITERS[group] ?? 0, at + 2, `Ответ ${String(group)}.`)
  }

  async function textsOfThread(): Promise<string[]> {
    const shown = await inbox.page.locator('[data-test="message"]').allTextContents()
    return shown.flatMap((text) => /Вопрос \d+\./.exec(text)?.[0] ?? [])
  }

  const rowsOfList = () => inbox.page.locator('[data-test="row"]').allTextContents()

  it('a hundred changes are missed, and shown once each and in order when it is back', async () => {
    const { page } = inbox
    await page.context().setOffline(true)
    await page.locator('[data-test="offline-bar"]').waitFor()
    await atRate(CHANGES, CHANGES / OFFLINE_SECONDS, change)
    expect(await textsOfThread()).toEqual([])
    await page.context().setOffline(false)
    const inOrder = numbers(60).map((at) => `Вопрос ${String(at)}.`)
    await expect.poll(textsOfThread, { timeout: BACK_WITHIN_MS }).toEqual(inOrder)
  })

  it('the list has forgotten who was archived, and is in the order of what was written', async () => {
    const listed = inbox.page.locator(`li[aria-setsize="${String(WRITERS.length + 1)}"]`)
    await listed.first().waitFor({ timeout: BACK_WITHIN_MS })
    const [last, ...before] = [...WRITERS.entries()].reverse()
    const expected = [last, undefined, ...before].slice(0, ROWS_LOOKED_AT)
    const rows = (await rowsOfList()).slice(0, ROWS_LOOKED_AT)
    expected.forEach((writer, at) => {
      expect(rows[at]).toContain(nameOfChat(writer ? writer[1] : ANNA))
      expect(rows[at]).toContain(writer ? `Ответ ${String(writer[0])}.` : 'Вопрос 59.')
    })
    expect(inbox.errors).toEqual([])
  })
})
