import { setTimeout as wait } from 'node:timers/promises'
import type { Page } from 'playwright-core'
import { find } from '#functions/store/store.ts'
import { stemsOf } from '#functions/search/stems.ts'
import { askedWords, askedToken } from '#shared/domain/searchTokens.ts'
import type { BareQuery } from './barePage.ts'
import type { InboxPages } from './inboxPages.ts'
import { COMPANY_ID } from './seedChannel.ts'
import { OPERATOR } from './seedCompany.ts'
import { LONG_THREAD, RARE_NAME, RARE_WORD, conversationIdAt, firstOwn } from './seedInbox.ts'

const LIST_WINDOW = 30
const THREAD_WINDOW = 40
const CONTACTS_WINDOW = 10
const MESSAGES_WINDOW = 28
const SETTLE_MS = 500
const SETTLED_WITHIN_MS = 60_000

/** Of one step: the whole, and the bare query it cannot be quicker than. */
export interface Timing {
  readonly total: number
  readonly bare: number
}

/** The one that the emulator may not answer at all comes last. */
export const stepNames = [
  'firstRows',
  'openThread',
  'filterSwitch',
  'messageSearch',
  'contactSearch',
] as const
export type StepName = (typeof stepNames)[number]

const row = (id: string): string => `[data-test="row"][data-id="${id}"]`
const inCompany = { companyId: COMPANY_ID }

const asked = {
  firstRows: { name: 'conversationsInState', place: inCompany, equals: ['open'], limit: LIST_WINDOW },
  filterSwitch: {
    name: 'conversationsOfAssignee',
    place: inCompany,
    equals: ['open', OPERATOR.userId],
    limit: LIST_WINDOW,
  },
  openThread: {
    name: 'messages',
    place: { ...inCompany, conversationId: LONG_THREAD },
    equals: [],
    limit: THREAD_WINDOW,
  },
  contactSearch: {
    name: 'contactsFound',
    place: inCompany,
    equals: [askedToken(askedWords(RARE_NAME))],
    limit: CONTACTS_WINDOW,
  },
} satisfies Record<Exclude<StepName, 'messageSearch'>, BareQuery>

/** A browser may not ask it; the server's SDK does. */
async function bareMessageSearch(): Promise<number> {
  const startedAt = performance.now()
  const found = await find(
    'companyMessagesFound',
    { equals: [COMPANY_ID, stemsOf(RARE_WORD, 1)[0]] },
    MESSAGES_WINDOW,
  )
  if (found.length === 0) throw new Error('no message is found')
  return performance.now() - startedAt
}

export function bareMs(pages: InboxPages, step: StepName): Promise<number> {
  if (step === 'messageSearch') return bareMessageSearch()
  return pages.bare.evaluate(
    ({ query, isFirst }) => window.bare?.ask(query, isFirst) ?? Promise.reject(new Error('not open')),
    {
      query: asked[step],
      isFirst: step === 'firstRows',
    },
  )
}

/** Nothing is asked or counted any more. */
export async function settle(page: Page): Promise<void> {
  const chipCounts = page.locator('.chip b')
  const deadline = Date.now() + SETTLED_WITHIN_MS
  while ((await chipCounts.count()) < 2) {
    if (Date.now() > deadline) throw new Error('the list does not settle')
    await wait(100)
  }
  await wait(SETTLE_MS)
}

/** Presses and waits for what that shows; both within the page, so that nothing between is measured. */
function press(page: Page, selector: string, shown: string, count: number): Promise<number> {
  return page.evaluate(
    async (step) => {
      const startedAt = performance.now()
      document.querySelector<HTMLElement>(step.selector)?.click()
      return (await window.probe.painted(step.shown, step.count)) - startedAt
    },
    { selector, shown, count },
  )
}

/** From the request, for the pause after the last key is meant; to the first thing found. */
async function search(page: Page, text: string, group: string, sentWith: string): Promise<number> {
  await page.keyboard.press('Control+KeyK')
  const field = page.locator('[data-test="command-bar"] input')
  await field.fill(text)
  const took = await page.evaluate(
    async (step) => {
      const at = await window.probe.painted(`[role="option"][data-test^="${step.group}-"]`, 1)
      const sent = window.probe.sent.findLast(({ url, body }) => `${url} ${body}`.includes(step.sentWith))
      return at - (sent?.at ?? Number.NaN)
    },
    { group, sentWith },
  )
  await field.fill('')
  await page.keyboard.press('Escape')
  await page.locator('[data-test="command-bar"]').waitFor({ state: 'hidden' })
  return took
}

const steps: Readonly<Record<StepName, (page: Page, address: string) => Promise<number>>> = {
  async firstRows(page, address) {
    await page.goto(address, { waitUntil: 'commit' })
    return page.evaluate(() => window.probe.firstRows)
  },
  async openThread(page) {
    await page.locator(row(conversationIdAt(1))).click()
    await page.locator('[data-test="composer"]').waitFor()
    await settle(page)
    return press(page, row(LONG_THREAD), '[data-test="message"]', THREAD_WINDOW)
  },
  filterSwitch: (page) => press(page, '.chip:nth-child(2)', row(firstOwn), 1),
  contactSearch: (page) => search(page, RARE_NAME, 'contact', 'searchTokens'),
  messageSearch: (page) => search(page, RARE_WORD, 'message', '/searchMessages'),
}

/** Does one step as a person would; milliseconds until it is shown. */
export async function doStep(page: Page, step: StepName, address: string): Promise<number> {
  const took = await steps[step](page, address)
  await settle(page)
  return took
}
