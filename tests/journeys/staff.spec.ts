import { randomBytes } from 'node:crypto'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { codeSentBy } from '#tools/browser/codeSentBy.ts'
import { channelIdSchema, contactIdSchema, conversationIdSchema, teamIdSchema } from '#shared/domain/ids.ts'
import { DAY_MS } from '#shared/domain/time.ts'
import { aChannel } from '#tests/builders/aChannel.ts'
import { aContact } from '#tests/builders/aContact.ts'
import { aConversation } from '#tests/builders/aConversation.ts'
import { aTeam } from '#tests/builders/aTeam.ts'
import { launchChromium } from '#tools/browser/launchChromium.ts'
import { signInByPhone } from '#tools/browser/signInByPhone.ts'
import { database, readDocument, writeDocument } from '#tools/demo/documents.ts'
import { testStack } from '#tools/stack/testStack.ts'
import type { JourneyMember } from './journeyCompany.ts'
import { JourneyCompany, openInbox, rowWith } from './journeyCompany.ts'
import { letterTo } from './letterTo.ts'
import { violationsOn } from './violationsOn.ts'

const REMOVAL_SEEN_WITHIN_MS = 30_000
const anybody = () => randomBytes(5).toString('hex')
const aPhone = () => `+7901${Array.from(randomBytes(7), (byte) => String(byte % 10)).join('')}`

const OPERATORS_SECTIONS = ['Сообщения', 'Рассылки', 'Шаблоны', 'Клиенты', 'Группы']
const ADMINS_SECTIONS = [
  ...OPERATORS_SECTIONS,
  'Сотрудники',
  'Интеграции с CRM',
  'Настройки',
  'Аналитика',
  'Биллинг',
]

const ADMINS_PATHS = [
  'staff',
  'crm',
  'analytics',
  'billing',
  'settings',
  'settings/channels',
  'settings/channels/connect/telegram',
  'settings/company',
  'settings/messages',
  'settings/audit',
]

async function newPage(browser: Browser): Promise<Page> {
  const context = await browser.newContext({ locale: 'ru-RU', viewport: { width: 1440, height: 900 } })
  return context.newPage()
}

/** What the rail offers, by the names it is read out with. */
async function sections(page: Page): Promise<string[]> {
  const links = page.getByRole('navigation', { name: 'Главное меню' }).getByRole('link')
  await links.first().waitFor()
  const names = await links.evaluateAll((all) =>
    all.map((each) => each.getAttribute('aria-label') ?? each.textContent),
  )
  return names.map((name) => name.replace(/,.*|\s*неотвеченных.*/s, '').trim())
}

describe('from the first admin to the last day of an operator', () => {
  let browser: Browser
  let admin: Page
  let operator: Page
  let company = ''
  const adminEmail = `anna.${anybody()}@example.ru`
  const operatorEmail = `petr.${anybody()}@example.ru`
  const origin = testStack.url('hosting')

  beforeAll(async () => {
    browser = await launchChromium()
    admin = await newPage(browser)
    operator = await newPage(browser)
  })
  afterAll(() => browser.close())

  it('somebody new registers a company and is its admin', async () => {
    await signInByPhone(admin, origin, testStack.url('simulators'), aPhone())
    await admin.getByLabel('Имя').fill('Анна Кузнецова')
    await admin.getByLabel('Название компании').fill('Школа парусов')
    await admin.getByLabel('E-Mail').fill(adminEmail)
    await admin.getByRole('button', { name: 'Продолжить' }).click()
    await admin.waitForURL(/\/c\/[^/]+\/inbox/)
    company = /\/c\/[^/]+/.exec(admin.url())?.[0] ?? ''
    expect(await sections(admin)).toEqual(ADMINS_SECTIONS)
  })

  it('a letter confirms her address, but only by its button', async () => {
    await admin.goto(`${origin}/account`)
    await admin.getByText('Ждёт подтверждения').waitFor()
    const { link } = await letterTo(adminEmail)
    await admin.goto(link)
    await admin.getByRole('button', { name: 'Подтвердить' }).waitFor()
    expect(admin.url()).not.toContain(link.split('#')[1])
    await admin.getByRole('button', { name: 'Подтвердить' }).click()
    await admin.getByText('Адрес подтверждён').waitFor()
    await admin.goto(`${origin}/account`)
    await admin.getByText('Подтверждён', { exact: true }).waitFor()
  })

  it('she invites an operator by letter', async () => {
    await admin.goto(`${origin}${company}/staff`)
    await admin.getByRole('button', { name: 'Пригласить' }).first().click()
    const dialog = admin.getByRole('dialog')
    await dialog.getByLabel('E-Mail').fill(operatorEmail)
    await dialog.getByRole('button', { name: 'Отправить приглашение' }).click()
    await admin.locator('[data-test="invitation"]', { hasText: operatorEmail }).waitFor()
  })

  it('who follows the letter registers by phone and is in the company', async () => {
    const { link } = await letterTo(operatorEmail)
    const phone = aPhone()
    await operator.goto(link)
    await operator.getByText('Школа парусов').first().waitFor()
    await operator.getByLabel('Имя').fill('Пётр Волков')
    await operator.locator('input[inputmode="tel"]').fill(phone)
    const ask = () => operator.getByRole('button', { name: 'Получить код' }).click()
    const code = await codeSentBy(ask, testStack.url('simulators'), phone)
    await operator.locator('input[autocomplete="one-time-code"]').fill(code)
    await operator.waitForURL(`**${company}/inbox`, { timeout: 60_000 })
    await operator.goto(link)
    await operator.getByText('Приглашение уже принято').waitFor()
  })

  it('the operator has his five sections and no way into the others', async () => {
    await operator.goto(`${origin}${company}/inbox`)
    expect(await sections(operator)).toEqual(OPERATORS_SECTIONS)
    for (const path of ADMINS_PATHS) {
      await operator.goto(`${origin}${company}/${path}`)
      await operator.getByText('Этот раздел доступен администратору').waitFor()
    }
  })

  it('removed, he is told so at once and sees no more', async () => {
    await operator.goto(`${origin}${company}/inbox`)
    await sections(operator)
    await admin.goto(`${origin}${company}/staff`)
    const row = admin.locator('[data-test="member"]', { hasText: 'Пётр Волков' })
    await row.getByRole('button', { name: /Действия/ }).click()
    await admin.getByRole('menuitem', { name: 'Удалить из компании' }).click()
    await admin
      .getByRole('dialog')
      .getByRole('button', { name: /Удалить/ })
      .click()
    await row.waitFor({ state: 'detached' })
    await operator.getByText(/Вас больше нет в компании/).waitFor({ timeout: REMOVAL_SEEN_WITHIN_MS })
  })

  it('all of it stands in the journal', async () => {
    await admin.goto(`${origin}${company}/settings/audit`)
    const entries = admin.locator('[data-test="audit-entry"]')
    await entries.first().waitFor()
    const words = (await entries.allTextContents()).join(' ')
    expect(words).toContain(operatorEmail)
    expect(words).toContain('Пётр Волков')
  })
})

/** Whether the page has said meanwhile, however shortly, that one was removed. */
const NOTE_REMOVAL = `
  globalThis.toldOfRemoval = false
  new MutationObserver(() => (globalThis.toldOfRemoval ||= document.body.innerText.includes('Вас больше нет')))
    .observe(document.body, { childList: true, subtree: true })`

describe('when people go', () => {
  let browser: Browser
  let company: JourneyCompany
  let anna: JourneyMember
  let petr: JourneyMember
  let irina: JourneyMember
  let admin: Page
  const origin = testStack.url('hosting')
  const teamId = teamIdSchema.parse('sales')
  const channelId = channelIdSchema.parse('shop')

  /** One of Пётр's, with its contact, who bears the same id. */
  async function converse(id: string, contactName: string, state: 'open' | 'snoozed'): Promise<void> {
    const { companyId } = company
    const conversationId = conversationIdSchema.parse(id)
    const contactId = contactIdSchema.parse(id)
    const own = { channelId, contactId, contactName, assigneeId: petr.userId, state }
    const snoozedUntilAt = state === 'snoozed' ? Date.now() + DAY_MS : null
    await writeDocument(
      'conversations',
      { companyId, conversationId },
      aConversation({ ...own, snoozedUntilAt }),
    )
    const contact = aContact({ name: contactName, conversationId, assigneeId: petr.userId })
    await writeDocument('contacts', { companyId, contactId }, contact)
  }

  beforeAll(async () => {
    browser = await launchChromium()
    company = await new JourneyCompany().found()
    const { companyId } = company
    anna = await company.addMember('Анна Кузнецова', 'admin')
    petr = await company.addMember('Пётр Волков', 'operator')
    irina = await company.addMember('Ирина Лаптева', 'operator')
    await writeDocument('teams', { companyId, teamId }, aTeam({ name: 'Отдел продаж' }))
    await writeDocument('channels', { companyId, channelId }, aChannel())
    await converse('marina', 'Марина Осипова', 'open')
    await converse('oleg', 'Олег Громов', 'snoozed')
    ;({ page: admin } = await openInbox(browser, anna))
  })
  afterAll(() => browser.close())

  it('a link sent again opens, the earlier one no more; a revoked one says so', async () => {
    const email = `guest.${anybody()}@example.ru`
    const row = admin.locator('[data-test="invitation"]', { hasText: email })
    await admin.goto(`${origin}/c/${company.companyId}/staff`)
    await admin.getByRole('button', { name: 'Пригласить' }).first().click()
    await admin.getByRole('dialog').getByLabel('E-Mail').fill(email)
    await admin.getByRole('button', { name: 'Отправить приглашение' }).click()
    await row.waitFor()
    const first = await letterTo(email)
    await longAgo(email)
    await row.getByRole('button', { name: /Отправить ещё раз/ }).click()
    const second = await letterTo(email, first)
    const guest = await newPage(browser)
    await guest.goto(first.link)
    await guest.getByText('Срок приглашения истёк').waitFor()
    await guest.goto('about:blank')
    await guest.goto(second.link)
    await guest.getByRole('heading', { name: 'Приглашение в «Тёплый дом»' }).waitFor()
    expect(await violationsOn(guest)).toEqual([])
    await row.getByRole('button', { name: /Отозвать/ }).click()
    await row.getByText('Отозвано').waitFor()
    await guest.goto('about:blank')
    await guest.goto(second.link)
    await guest.getByText('Приглашение отозвано').waitFor()
  })

  /** Asked for within seconds, a second letter would count as the same. */
  async function longAgo(email: string): Promise<void> {
    const { docs } = await database()
      .collection(`companies/${company.companyId}/invitations`)
      .where('email', '==', email)
      .get()
    await Promise.all(docs.map(({ ref }) => ref.update({ sentAt: new Date(Date.now() - DAY_MS) })))
  }

  it('who is removed leaves his conversations to a team, those put off, too', async () => {
    const { companyId } = company
    await admin.goto(`${origin}/c/${companyId}/staff`)
    const row = admin.locator('[data-test="member"]', { hasText: 'Пётр Волков' })
    await row.getByRole('button', { name: /Действия/ }).click()
    await admin.getByRole('menuitem', { name: 'Удалить из компании' }).click()
    const dialog = admin.getByRole('dialog')
    await dialog.getByLabel('Открытых диалогов: 2').selectOption({ label: 'Отдел продаж' })
    await dialog.getByRole('button', { name: 'Удалить из компании' }).click()
    await row.waitFor({ state: 'detached' })
    for (const id of ['marina', 'oleg']) {
      const conversationId = conversationIdSchema.parse(id)
      // The membership goes first.
      await expect
        .poll(() => readDocument('conversations', { companyId, conversationId }))
        .toMatchObject({ assigneeId: '', teamId })
    }
    await admin.goto(`${origin}/c/${companyId}/settings/audit`)
    await admin.getByText('Отдел продаж').waitFor()
  })

  it('who leaves is out, and is asked to a company of his own', async () => {
    const { page } = await openInbox(browser, irina)
    await rowWith(page, 'Марина Осипова').waitFor()
    await page.evaluate(NOTE_REMOVAL)
    await page.locator('#user-menu').click()
    await page.getByRole('menuitem', { name: 'Покинуть компанию' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Покинуть компанию' }).click()
    await page.waitForURL(/\/register/)
    await page.getByLabel('Название компании').waitFor()
    expect(await page.evaluate('globalThis.toldOfRemoval')).toBe(false)
    expect(await violationsOn(page)).toEqual([])
    await page.goto(`${origin}/c/${company.companyId}/inbox`)
    await page.getByText('Здесь ничего нет').waitFor()
    expect(await page.textContent('body')).not.toContain('Марина Осипова')
  })

  it('the last admin stays, and is told why', async () => {
    await admin.goto(`${origin}/c/${company.companyId}/settings/company`)
    await admin.getByText('Вы единственный администратор компании').waitFor()
    expect(await admin.getByRole('button', { name: 'Покинуть компанию' }).isDisabled()).toBe(true)
  })
})
