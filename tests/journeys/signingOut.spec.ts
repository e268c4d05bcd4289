import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { removeMemberContract } from '#shared/api/members.ts'
import { signOutEverywhereContract } from '#shared/api/signIn.ts'
import { launchChromium } from '#tools/browser/launchChromium.ts'
import { signInByPhone } from '#tools/browser/signInByPhone.ts'
import { callAs } from '#tools/demo/callAs.ts'
import { database } from '#tools/demo/documents.ts'
import { testStack } from '#tools/stack/testStack.ts'
import { eventually } from './eventually.ts'
import type { JourneyBot, JourneyMember } from './journeyCompany.ts'
import { JourneyCompany, openInbox, reply, rowWith } from './journeyCompany.ts'

const ANNA = 8_950_001
const BORIS = 8_950_002
const NOTICED_WITHIN_MS = 90_000
const origin = testStack.url('hosting')

/** What of a person and his companies lies in this browser. */
const TRACES = `Object.keys(localStorage)
  .filter((key) => /^pact\\.(draft|recent|filter|company|person)/.test(key)).sort()`
const UNSENT = `new Promise((resolve) => {
  const opening = indexedDB.open('pact-outgoing')
  opening.onsuccess = () => {
    if (!opening.result.objectStoreNames.contains('messages')) return resolve(0)
    const counting = opening.result.transaction('messages').objectStore('messages').count()
    counting.onsuccess = () => resolve(counting.result)
  }
})`

/** Notes in the tab, beyond the page, whether it has said meanwhile, however shortly, that one was removed. */
const NOTE_REMOVAL = `
  sessionStorage.setItem('removal', 'not told')
  new MutationObserver(() => {
    if (document.body.innerText.includes('Вас больше нет')) sessionStorage.setItem('removal', 'told')
  }).observe(document.body, { childList: true, subtree: true })`

const composer = (page: Page) => page.locator('[data-test="composer"]')
const queued = (page: Page, text: string) =>
  page.locator('[data-test="message"][data-status="queued"]', { hasText: text })

describe('who signs out', () => {
  const company = new JourneyCompany()
  let browser: Browser
  let bot: JourneyBot
  let admin: JourneyMember

  beforeAll(async () => {
    browser = await launchChromium()
    await company.found()
    admin = await company.addMember('Анна Кузнецова', 'admin')
    bot = await company.connectTelegram(admin)
    await bot.introduce(ANNA, 'Анна Светлова')
    await bot.introduce(BORIS, 'Борис Гринёв')
    await bot.write(ANNA, { text: 'Где мой плед?' })
    await bot.write(BORIS, { text: 'Есть ли саженцы?' })
  })
  afterAll(async () => {
    await testStack.setWire('heal')
    await browser.close()
  })

  async function openChat(page: Page, name: string): Promise<void> {
    await rowWith(page, name).click()
    await composer(page).waitFor()
  }

  it('everywhere, from his account, finds in another browser what he had not sent there', async () => {
    const olga = await company.addMember('Ольга Нечаева', 'operator')
    const { page: here } = await openInbox(browser, olga)
    const { page: there } = await openInbox(browser, olga)
    await openChat(there, 'Борис')
    await composer(there).fill('Начатый ответ')
    await openChat(there, 'Анна')
    await there.evaluate(NOTE_REMOVAL)
    await there.context().setOffline(true)
    await reply(there, 'Плед уже едет')
    await queued(there, 'Плед уже едет').waitFor()

    await here.goto(`${origin}/account`)
    await here.getByRole('button', { name: 'Выйти на всех устройствах' }).click()
    await here.getByRole('dialog').getByRole('button', { name: 'Выйти', exact: true }).click()
    await here.waitForURL(/\/sign-in/)
    expect(await here.evaluate(TRACES)).toEqual([])

    await there.context().setOffline(false)
    await there.waitForURL(/\/sign-in\?to=/, { timeout: NOTICED_WITHIN_MS })
    expect(await there.evaluate("sessionStorage.getItem('removal')")).toBe('not told')
    await signInByPhone(there, origin, testStack.url('simulators'), olga.phone)
    await openChat(there, 'Борис')
    await eventually(() => composer(there).inputValue()).toBe('Начатый ответ')
    await openChat(there, 'Анна')
    await there
      .locator('[data-test="message"][data-status="sent"]', { hasText: 'Плед уже едет' })
      .waitFor({ timeout: 60_000 })
    expect(await bot.answersSeenBy(ANNA)).toEqual(['Плед уже едет'])
  })

  it('leaves nothing behind, and is asked while something is unsent', async () => {
    const olga = await company.addMember('Ольга Нечаева', 'operator')
    const { page } = await openInbox(browser, olga)
    await openChat(page, 'Борис')
    await composer(page).fill('Секретный ответ')
    await openChat(page, 'Анна')
    await eventually(() => page.evaluate(TRACES)).toContain(`pact.recent.${olga.userId}.${company.companyId}`)
    await testStack.setWire('freeze')
    await reply(page, 'Не успеет уйти')
    await queued(page, 'Не успеет уйти').waitFor()
    await eventually(() => page.evaluate(UNSENT)).toBe(1)
    await page.locator('#user-menu').click()
    await page.getByRole('menuitem', { name: 'Выйти из системы' }).click()
    const question = page.getByRole('dialog', { name: 'Выйти из системы?' })
    await question.getByText('Ещё не отправлено сообщений и заметок: 1').waitFor()
    await question.getByRole('button', { name: 'Выйти', exact: true }).click()
    await page.waitForURL(/\/sign-in$/)
    await testStack.setWire('heal')
    expect(await page.evaluate(TRACES)).toEqual([])
    expect(await page.evaluate(UNSENT)).toBe(0)
  })

  it('without a word leaves his draft to himself: it never becomes the next one’s', async () => {
    const olga = await company.addMember('Ольга Нечаева', 'operator')
    const irina = await company.addMember('Ирина Лаптева', 'operator')
    const { page } = await openInbox(browser, olga)
    await openChat(page, 'Борис')
    await page.context().setOffline(true)
    await composer(page).fill('Только от Ольги')
    await eventually(() => page.evaluate('JSON.stringify({ ...localStorage })')).toContain('Только от Ольги')
    await callAs(olga.userId, signOutEverywhereContract, {})
    await page.context().setOffline(false)
    await page.waitForURL(/\/sign-in\?to=/, { timeout: NOTICED_WITHIN_MS })
    await signInByPhone(page, origin, testStack.url('simulators'), irina.phone)
    await openChat(page, 'Борис')
    expect(await composer(page).inputValue()).toBe('')
    expect(await page.evaluate('JSON.stringify({ ...localStorage })')).not.toContain('Только от Ольги')
    const drafts = database().collection(`companies/${company.companyId}/members/${irina.userId}/drafts`)
    await composer(page).fill('От Ирины')
    await eventually(async () => (await drafts.get()).docs.map((each) => String(each.get('text')))).toEqual([
      'От Ирины',
    ])
  })
})

describe('who is removed from one of his companies', () => {
  const house = new JourneyCompany('Тёплый дом')
  const garden = new JourneyCompany('Зелёный сад')
  let browser: Browser
  let olga: JourneyMember
  let boris: JourneyMember

  beforeAll(async () => {
    browser = await launchChromium()
    await house.found()
    await garden.found()
    olga = await house.addMember('Ольга Нечаева', 'admin')
    await garden.admit(olga, 'admin')
    boris = await garden.addMember('Борис Котов', 'admin')
    const [ofHouse, ofGarden] = [await house.connectTelegram(olga), await garden.connectTelegram(olga)]
    await ofHouse.introduce(ANNA, 'Анна Светлова')
    await ofGarden.introduce(BORIS, 'Борис Гринёв')
    await ofHouse.write(ANNA, { text: 'Где мой плед?' })
    await ofGarden.write(BORIS, { text: 'Есть ли саженцы?' })
  })
  afterAll(() => browser.close())

  it('is told so among all of them, and keeps nothing of it', async () => {
    const { page } = await openInbox(browser, olga)
    await page.goto(`${origin}/all`)
    await rowWith(page, 'Борис').click()
    await composer(page).fill('Есть яблони')
    await rowWith(page, 'Анна').click()
    await composer(page).fill('Плед едет')
    await eventually(() => page.evaluate('JSON.stringify({ ...localStorage })')).toContain('Плед едет')
    await callAs(boris.userId, removeMemberContract, {
      companyId: garden.companyId,
      userId: olga.userId,
      giveTo: '',
    })
    await page.getByText('Вас больше нет в компании «Зелёный сад»').waitFor({ timeout: 30_000 })
    await rowWith(page, 'Борис').waitFor({ state: 'detached' })
    await rowWith(page, 'Анна').waitFor()
    const traces = String(await page.evaluate(TRACES))
    expect(traces).not.toContain(garden.companyId)
    expect(traces).toContain(`pact.draft.${olga.userId}.${house.companyId}`)
  })
})
