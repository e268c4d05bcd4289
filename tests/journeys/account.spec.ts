import { randomBytes } from 'node:crypto'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { codeSentBy } from '#tools/browser/codeSentBy.ts'
import { DAY_MS } from '#shared/domain/time.ts'
import { aDevice } from '#tests/builders/aDevice.ts'
import { launchChromium } from '#tools/browser/launchChromium.ts'
import { database, readDocument, writeDocument } from '#tools/demo/documents.ts'
import { testStack } from '#tools/stack/testStack.ts'
import type { JourneyMember } from './journeyCompany.ts'
import { JourneyCompany, openInbox } from './journeyCompany.ts'
import { letterTo } from './letterTo.ts'
import { violationsOn } from './violationsOn.ts'

const email = `olga.${randomBytes(5).toString('hex')}@example.ru`
const newPhone = `+7902${Array.from(randomBytes(7), (byte) => String(byte % 10)).join('')}`

describe('a person’s account', () => {
  let browser: Browser
  let page: Page
  let olga: JourneyMember
  let irina: JourneyMember

  beforeAll(async () => {
    browser = await launchChromium()
    const company = await new JourneyCompany().found()
    olga = await company.addMember('Ольга Нечаева', 'operator')
    irina = await company.addMember('Ирина Лаптева', 'operator')
    ;({ page } = await openInbox(browser, olga))
  })
  afterAll(() => browser.close())

  const openAccount = () => page.goto(`${testStack.url('hosting')}/account`)
  const field = (name: string) => page.locator(`input[name="${name}"]`)
  const stored = () => readDocument('users', { userId: olga.userId })

  async function save(name: string, value: string): Promise<void> {
    await field(name).fill(value)
    await page
      .locator('form', { has: field(name) })
      .getByRole('button', { name: 'Сохранить' })
      .click()
  }

  it('takes a new address once its letter is answered', async () => {
    await openAccount()
    await save('email', email)
    await page.getByText('Ждёт подтверждения').waitFor()
    expect((await stored())?.email).toBe('')
    const { link } = await letterTo(email)
    await page.goto(link)
    await page.getByRole('button', { name: 'Подтвердить' }).click()
    await page.getByText('Адрес подтверждён').waitFor()
    expect(await stored()).toMatchObject({ email, pendingEmail: '' })
  })

  it('does not take a number that is somebody else’s, nor says whose', async () => {
    await openAccount()
    await save('phone', irina.phone)
    await page.getByText('Этот номер занят').waitFor()
    expect(await page.textContent('main')).not.toContain(irina.name)
  })

  it('takes a new number once its code is confirmed', async () => {
    await openAccount()
    await save('phone', newPhone)
    await page.waitForURL(/\/sign-in/)
    const ask = () => page.getByRole('button', { name: 'Получить код' }).click()
    const code = await codeSentBy(ask, testStack.url('simulators'), newPhone)
    expect((await stored())?.phone).toBe(olga.phone)
    await page.locator('input[autocomplete="one-time-code"]').fill(code)
    await page.waitForURL(({ pathname }) => pathname !== '/sign-in')
    expect((await stored())?.phone).toBe(newPhone)
  })
})

describe('who comes back after a month, on a browser nobody knows', () => {
  let browser: Browser
  let page: Page
  let olga: JourneyMember
  const email = `olga.${randomBytes(5).toString('hex')}@example.ru`
  const adminEmail = `anna.${randomBytes(5).toString('hex')}@example.ru`
  const code = () => page.locator('input[autocomplete="one-time-code"]')

  beforeAll(async () => {
    browser = await launchChromium()
    const company = await new JourneyCompany().found()
    const anna = await company.addMember('Анна Кузнецова', 'admin')
    olga = await company.addMember('Ольга Нечаева', 'operator')
    await database().doc(`users/${anna.userId}`).update({ email: adminEmail })
    await database().doc(`users/${olga.userId}`).update({ email })
    const lastUsedAt = Date.now() - 31 * DAY_MS
    await writeDocument('devices', { userId: olga.userId, deviceId: 'earlier' }, aDevice({ lastUsedAt }))
    page = await (await browser.newContext({ locale: 'ru-RU' })).newPage()
  })
  afterAll(() => browser.close())

  it('needs the code of a letter, too, and comes where he wanted to', async () => {
    await page.goto(`${testStack.url('hosting')}/account`)
    await page.waitForURL(/\/sign-in/)
    await page.locator('input[inputmode="tel"]').fill(olga.phone)
    const ask = () => page.getByRole('button', { name: 'Получить код' }).click()
    await code().fill(await codeSentBy(ask, testStack.url('simulators'), olga.phone))
    await page.getByText('Код из письма').waitFor()
    expect(await violationsOn(page)).toEqual([])
    const [right = ''] = /^\d{6}$/m.exec((await letterTo(email)).text) ?? []
    await code().fill(right === '000000' ? '000001' : '000000')
    await page.getByText('Осталось 4 попытки').waitFor()
    await code().fill(right)
    await page.waitForURL(/\/account/)
    await page.getByText('Это устройство').waitFor()
  })

  it('is told of to the other admins', async () => {
    const { subject } = await letterTo(adminEmail)
    expect(subject).toBe('Вход с нового устройства: Ольга Нечаева')
  })
})
