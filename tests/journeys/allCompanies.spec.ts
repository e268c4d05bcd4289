import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchChromium } from '#tools/browser/launchChromium.ts'
import { testStack } from '#tools/stack/testStack.ts'
import { eventually } from './eventually.ts'
import type { JourneyBot, JourneyMember, OpenedInbox } from './journeyCompany.ts'
import { JourneyCompany, messageWith, openInbox, reply, rowWith } from './journeyCompany.ts'
import { storeConversation } from './storeConversation.ts'

const ANNA = 8_910_001
const BORIS = 8_910_002
const sizes = [
  ['a wide window', { width: 1440, height: 900 }],
  ['a phone', { width: 390, height: 844 }],
] as const

const names = (page: Page) => page.locator('[data-test="row"] .name').allTextContents()
const question = (page: Page) => page.getByRole('dialog', { name: 'Выберите компанию' })
const bar = (page: Page) => page.locator('[data-test="command-bar"]')

describe.each(sizes)('«Все компании», in %s', (_, viewport) => {
  const isPhone = viewport.width < 600
  const house = new JourneyCompany('Тёплый дом')
  const garden = new JourneyCompany('Зелёный сад')
  let browser: Browser
  let olga: JourneyMember
  let [ofHouse, ofGarden]: JourneyBot[] = []
  let inbox: OpenedInbox

  beforeAll(async () => {
    browser = await launchChromium()
    await house.found()
    await garden.found()
    olga = await house.addMember('Ольга Нечаева', 'admin')
    await garden.admit(olga, 'admin')
    ofHouse = await house.connectTelegram(olga)
    ofGarden = await garden.connectTelegram(olga)
    await ofHouse.introduce(ANNA, 'Анна Светлова')
    await ofGarden.introduce(BORIS, 'Борис Гринёв')
    inbox = await openInbox(browser, olga, viewport)
    await inbox.page.goto(list())
    // What is made while it is counted may be counted or not, until the next minute.
    await inbox.page.locator('#inbox-filter', { hasText: 'Открытые0' }).waitFor()
  })
  afterAll(() => browser.close())

  /** Wrote just now; Telegram itself tells whole seconds only. */
  function store({ companyId }: JourneyCompany, contactName: string) {
    const bot = companyId === house.companyId ? ofHouse : ofGarden
    if (!bot) throw new Error('the bots are connected')
    return storeConversation(companyId, Date.now(), { contactName, channelId: bot.channelId })
  }

  const list = () => `${testStack.url('hosting')}/all`

  it('shows who writes to either as it comes, the newest first, and to whom', async () => {
    const { page } = inbox
    await page.mouse.move(viewport.width, 0)
    await ofHouse?.write(ANNA, { text: 'Где мой плед?' })
    await ofGarden?.write(BORIS, { text: 'Есть ли саженцы?' })
    await rowWith(page, 'Анна').waitFor()
    await rowWith(page, 'Борис').waitFor()
    await store(garden, 'Вера')
    await eventually(async () => (await names(page)).slice(0, 1)).toEqual(['Вера'])
    const gleb = await store(house, 'Глеб')
    await eventually(async () => (await names(page)).slice(0, 2)).toEqual(['Глеб', 'Вера'])
    await gleb.change({ state: 'archived' })
    await eventually(async () => (await names(page)).sort()).toEqual([
      'Анна Светлова',
      'Борис Гринёв',
      'Вера',
    ])
    expect(await rowWith(page, 'Анна').locator('.third').textContent()).toContain('Тёплый дом')
    expect(await rowWith(page, 'Борис').locator('.third').textContent()).toContain('Зелёный сад')
    await eventually(() => page.locator('#inbox-filter').textContent()).toBe('Открытые3')
  })

  it('opens a chat in its place, and answers it in the name of its company', async () => {
    const { page } = inbox
    await rowWith(page, 'Борис').click()
    await messageWith(page, 'Есть ли саженцы?').waitFor()
    expect(new URL(page.url()).pathname).toMatch(new RegExp(`^/all/${garden.companyId}/`))
    expect(await page.locator('.head .sub').textContent()).toContain('Зелёный сад')
    await reply(page, 'Есть яблони')
    await page.locator('[data-test="message"][data-status="sent"]', { hasText: 'Есть яблони' }).waitFor()
    expect(await ofGarden?.answersSeenBy(BORIS)).toEqual(['Есть яблони'])
  })

  it('is reached by the link of the chat', async () => {
    const { page } = inbox
    await page.reload()
    await messageWith(page, 'Есть яблони').waitFor()
    if (isPhone) await page.getByLabel('К списку диалогов').click()
    await rowWith(page, 'Анна').click()
    await messageWith(page, 'Где мой плед?').waitFor()
    if (isPhone) await page.getByLabel('К списку диалогов').click()
  })

  it('takes a deed on a row to its company, and takes it back', async () => {
    const { page } = inbox
    await rowWith(page, 'Борис').click({ button: 'right' })
    await page.getByRole('menuitem', { name: 'Назначить на меня' }).click()
    await rowWith(page, 'Борис').locator('.is-own').waitFor()
    await page.getByRole('button', { name: 'Отменить' }).click()
    await rowWith(page, 'Борис').locator('.is-own').waitFor({ state: 'detached' })
  })

  it('finds people of every company', async () => {
    const { page } = inbox
    if (isPhone) await page.getByRole('button', { name: 'Поиск', exact: true }).click()
    else await page.keyboard.press('Control+KeyK')
    await bar(page).getByRole('combobox').fill('грине')
    await bar(page).getByRole('option').filter({ hasText: 'Борис Гринёв' }).click()
    await messageWith(page, 'Есть яблони').waitFor()
    await page.goto(list())
    await rowWith(page, 'Анна').waitFor()
  })

  it('asks for the company of a new message', async () => {
    const { page } = inbox
    await page.locator('[data-test="new-message"]').click()
    await question(page).getByText('От её имени уйдёт сообщение').waitFor()
    await question(page).getByRole('button', { name: 'Зелёный сад' }).click()
    await page.getByRole('dialog', { name: 'Новое сообщение' }).waitFor()
    expect(new URL(page.url()).pathname).toBe(`/c/${garden.companyId}/inbox`)
    await page.goto(list())
    await rowWith(page, 'Анна').waitFor()
  })

  it('asks for the company of any other section', async () => {
    const { page } = inbox
    if (isPhone) await page.getByRole('button', { name: 'Ещё' }).click()
    await page.getByRole(isPhone ? 'menuitem' : 'button', { name: 'Шаблоны', exact: true }).click()
    await question(page).getByRole('button', { name: 'Тёплый дом' }).click()
    await page.waitForURL(`**/c/${house.companyId}/templates`)
  })

  it('leaves no error in the page', () => {
    expect(inbox.errors).toEqual([])
  })
})
