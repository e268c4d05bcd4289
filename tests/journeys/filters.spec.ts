import { randomBytes } from 'node:crypto'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Conversation } from '#shared/domain/conversation.ts'
import type { ChannelId } from '#shared/domain/ids.ts'
import { messageIdSchema } from '#shared/domain/ids.ts'
import { DAY_MS, HOUR_MS, MINUTE_MS } from '#shared/domain/time.ts'
import { aMessage } from '#tests/builders/aMessage.ts'
import { launchChromium } from '#tools/browser/launchChromium.ts'
import { database, writeDocument } from '#tools/demo/documents.ts'
import { eventually } from './eventually.ts'
import type { JourneyMember, OpenedInbox } from './journeyCompany.ts'
import { JourneyCompany, openInbox, rowWith } from './journeyCompany.ts'
import { storeChannel, storeConversation } from './storeConversation.ts'
import type { StoredConversation } from './storeConversation.ts'

const sizes = [
  ['a wide window', { width: 1440, height: 900 }],
  ['a phone', { width: 390, height: 844 }],
] as const

/** Whom each filter shows, in the list's order. */
const expected = {
  Все: ['Жанна', 'Анна', 'Глеб', 'Дарья', 'Вера', 'Борис', 'Егор'],
  Открытые: ['Анна', 'Глеб', 'Борис'],
  'Назначенные на меня': ['Борис'],
  Архивные: ['Вера', 'Егор'],
  'Не назначенные': ['Анна'],
  'Ответили на рассылку': ['Глеб'],
  Активные: ['Анна', 'Глеб', 'Дарья', 'Вера'],
  Неотвеченные: ['Анна', 'Дарья'],
  Отложенные: ['Дарья'],
  Заблокированные: ['Егор'],
}

const names = (page: Page) => page.locator('[data-test="row"] .name').allTextContents()
const filterButton = (page: Page) => page.locator('#inbox-filter')
const chip = (page: Page, name: string) =>
  page.getByRole('group', { name: 'Какие диалоги показать' }).getByRole('button', { name })
const choices = (page: Page) =>
  page.getByRole('menu', { name: 'Какие диалоги показать' }).getByRole('menuitemradio')

async function choose(page: Page, name: string): Promise<void> {
  await filterButton(page).click()
  await choices(page).filter({ hasText: name }).first().click()
  await choices(page).first().waitFor({ state: 'detached' })
}

async function chooseOrder(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: 'Порядок' }).click()
  await page.getByRole('menuitemradio', { name }).click()
}

/** Nothing in the list stands still for a pointer that is not there. */
const leaveTheList = (page: Page) => page.mouse.move(page.viewportSize()?.width ?? 0, 0)

describe.each(sizes)('the filters, in %s', (_, viewport) => {
  const isPhone = viewport.width < 600
  const now = Date.now()
  const company = new JourneyCompany()
  const { companyId } = company
  let browser: Browser
  let olga: JourneyMember
  let anna: StoredConversation
  let inbox: OpenedInbox
  let colleague: OpenedInbox

  beforeAll(async () => {
    browser = await launchChromium()
    await company.found()
    olga = await company.addMember('Ольга Нечаева', 'admin')
    const irina = await company.addMember('Ирина Лаптева', 'operator')
    await storeAll(await storeChannel(companyId, 'Бот магазина'), irina)
    inbox = await openInbox(browser, olga, viewport)
    colleague = await openInbox(browser, irina)
    await rowWith(inbox.page, 'Анна').waitFor()
  })
  afterAll(() => browser.close())

  async function storeAll(channelId: ChannelId, irina: JourneyMember): Promise<void> {
    const store = (contactName: string, agoMs: number, change: Partial<Conversation> = {}) =>
      storeConversation(companyId, now - agoMs, { contactName, channelId, ...change })
    anna = await store('Анна', MINUTE_MS, { unanswered: true, waitingSinceAt: now, unreadCount: 2 })
    await writeDocument(
      'messages',
      { companyId, conversationId: anna.conversationId, messageId: messageIdSchema.parse('message-1') },
      aMessage({ text: 'Есть ли плед?', sentAt: now, createdAt: now, updatedAt: now }),
    )
    await store('Борис', 8 * DAY_MS, { assigneeId: olga.userId, createdAt: now - 2 * MINUTE_MS })
    await store('Вера', 2 * DAY_MS, { state: 'archived' })
    await store('Глеб', HOUR_MS, { assigneeId: irina.userId, repliedToBroadcast: true })
    await store('Дарья', DAY_MS, {
      ...{ state: 'snoozed', snoozedUntilAt: now + DAY_MS, assigneeId: olga.userId },
      ...{ unanswered: true, waitingSinceAt: now - DAY_MS },
    })
    await store('Егор', 30 * DAY_MS, { state: 'archived', blocked: true })
    const nothingYet = { lastMessage: null, lastMessageAt: null, lastInboundAt: null }
    await store('Жанна', 0, { state: 'empty', ...nothingYet })
  }

  it('begins with the open ones, and counts only what is in sight', async () => {
    const { page } = inbox
    await eventually(() => names(page)).toEqual(expected['Открытые'])
    await eventually(() => filterButton(page).textContent()).toBe('Открытые3')
    await eventually(() => chip(page, 'Неотвеченные').textContent()).toContain('2')
    await eventually(() => chip(page, 'Назначенные на меня').textContent()).toContain('1')
  })

  it('counts each of them on opening the menu', async () => {
    const { page } = inbox
    await filterButton(page).click()
    const counted = Object.entries(expected).map(([name, shown]) => [name, String(shown.length)])
    const shown = () =>
      choices(page).evaluateAll((items) =>
        items.map((item) => [
          item.querySelector('.text')?.textContent.replace('переписка за последние 7 дней', '').trim(),
          item.querySelector('.count')?.textContent,
        ]),
      )
    await eventually(shown).toEqual(counted)
    await page.keyboard.press('Escape')
    await choices(page).first().waitFor({ state: 'detached' })
  })

  it.each(Object.entries(expected))('«%s» shows whom it says, and nobody else', async (name, shown) => {
    const { page } = inbox
    await choose(page, name)
    await eventually(() => names(page)).toEqual(shown)
    await eventually(() => filterButton(page).textContent()).toBe(name + String(shown.length))
  })

  it('is kept across a reload', async () => {
    const { page } = inbox
    await page.reload()
    await eventually(() => names(page)).toEqual(expected['Заблокированные'])
  })

  it('opening leaves a chat unanswered, and read for everybody', async () => {
    const { page } = inbox
    await choose(page, 'Открытые')
    const rows = [rowWith(page, 'Анна'), rowWith(colleague.page, 'Анна')]
    for (const row of rows) await eventually(() => row.getAttribute('class')).toContain('unread')
    await rowWith(page, 'Анна').click()
    await eventually(() => rows[1]?.getAttribute('class')).not.toContain('unread')
    if (isPhone) await page.goBack()
    await eventually(() => rows[0]?.getAttribute('class')).not.toContain('unread')
    for (const each of [page, colleague.page]) {
      await eventually(() => chip(each, 'Неотвеченные').textContent()).toContain('2')
      await chip(each, 'Неотвеченные').click()
      await eventually(() => names(each)).toEqual(expected['Неотвеченные'])
    }
  })

  it('an answer takes it out of the unanswered, and counts it out', async () => {
    const { page } = colleague
    await leaveTheList(page)
    await anna.change({ unanswered: false, unreadCount: 0, waitingSinceAt: null })
    await eventually(() => names(page)).toEqual(['Дарья'])
    await eventually(() => chip(page, 'Неотвеченные').textContent()).toContain('1')
    await chip(page, 'Неотвеченные').click()
    await eventually(() => filterButton(page).textContent()).toBe('Открытые3')
  })

  it('goes by the last message of the customer, or by when the chat was made', async () => {
    const { page } = inbox
    await choose(page, 'Открытые')
    await eventually(() => names(page)).toEqual(expected['Открытые'])
    await chooseOrder(page, 'По дате создания')
    await eventually(() => names(page)).toEqual(['Анна', 'Борис', 'Глеб'])
    await chooseOrder(page, 'Сначала новые сообщения')
    await eventually(() => names(page)).toEqual(expected['Открытые'])
    await database()
      .doc(`users/${olga.userId}`)
      .set({ preferences: { sortsByCreation: true } }, { merge: true })
    await page.reload()
    await eventually(() => names(page)).toEqual(['Анна', 'Борис', 'Глеб'])
  })

  it('leaves no error in the pages', () => {
    expect([...inbox.errors, ...colleague.errors]).toEqual([])
  })
})

describe('the counts of a large company', () => {
  let browser: Browser
  let page: Page
  let channelId: ChannelId
  const company = new JourneyCompany()

  beforeAll(async () => {
    browser = await launchChromium()
    const { companyId } = await company.found()
    const olga = await company.addMember('Ольга Нечаева', 'admin')
    channelId = await storeChannel(companyId, 'Бот магазина')
    const { conversationId } = await storeConversation(companyId, Date.now() - HOUR_MS, {
      ...{ contactName: 'Анна', channelId },
    })
    await copy(conversationId, 999)
    ;({ page } = await openInbox(browser, olga))
  })
  afterAll(() => browser.close())

  /** Many alike, one of them in the archive. */
  async function copy(conversationId: string, count: number): Promise<void> {
    const all = database().collection(`companies/${company.companyId}/conversations`)
    const original = (await all.doc(conversationId).get()).data() ?? {}
    const writer = database().bulkWriter()
    for (let each = 0; each < count; each++) {
      const state = each === 0 ? 'archived' : 'open'
      void writer.create(all.doc(randomBytes(8).toString('hex')), { ...original, state })
    }
    await writer.close()
  }

  it('are exact up to 999, then they say so', async () => {
    await eventually(() => filterButton(page).textContent()).toBe('Открытые999')
    await filterButton(page).click()
    const count = (name: string) => choices(page).filter({ hasText: name }).first().locator('.count')
    await eventually(() => count('Все').textContent()).toBe('999+')
    await eventually(() => count('Архивные').textContent()).toBe('1')
    await page.keyboard.press('Escape')
    const at = Date.now()
    await storeConversation(company.companyId, at, { contactName: 'Павел', channelId })
    await eventually(() => filterButton(page).textContent()).toBe('Открытые999+')
  })
})
