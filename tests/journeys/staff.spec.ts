import { randomBytes } from 'node:crypto'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { codeSentBy } from '#tools/browser/codeSentBy.ts'
import { launchChromium } from '#tools/browser/launchChromium.ts'
import { signInByPhone } from '#tools/browser/signInByPhone.ts'
import { testStack } from '#tools/stack/testStack.ts'
import { letterTo } from './letterTo.ts'

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
    for (const path of ['staff', 'settings/company', 'settings/audit', 'settings/channels']) {
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
