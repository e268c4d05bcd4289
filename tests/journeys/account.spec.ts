import { randomBytes } from 'node:crypto'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { codeSentBy } from '#tools/browser/codeSentBy.ts'
import { launchChromium } from '#tools/browser/launchChromium.ts'
import { readDocument } from '#tools/demo/documents.ts'
import { testStack } from '#tools/stack/testStack.ts'
import type { JourneyMember } from './journeyCompany.ts'
import { JourneyCompany, openInbox } from './journeyCompany.ts'
import { letterTo } from './letterTo.ts'

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
