import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { inboxPath, channelsPath } from '#shared/domain/pagePaths.ts'
import { launchChromium } from '#tools/browser/launchChromium.ts'
import { testStack } from '#tools/stack/testStack.ts'
import type { JourneyMember } from './journeyCompany.ts'
import { JourneyCompany, openInbox, rowWith } from './journeyCompany.ts'

const MARINA = 8_300_001
const SECRET_TEXT = 'Мой адрес никому не говорите'

describe('a stranger', () => {
  let browser: Browser
  let company: JourneyCompany
  let olga: JourneyMember
  let irina: JourneyMember
  let outsider: JourneyMember

  beforeAll(async () => {
    browser = await launchChromium()
    company = await new JourneyCompany().found()
    olga = await company.addMember('Ольга Нечаева', 'admin')
    irina = await company.addMember('Ирина Лаптева', 'operator')
    outsider = await (await new JourneyCompany().found()).addMember('Чужой', 'admin')
    const bot = await company.connectTelegram(olga)
    await bot.introduce(MARINA, 'Марина Осипова')
    await bot.write(MARINA, { text: SECRET_TEXT })
  })
  afterAll(() => browser.close())

  it('who is not signed in is led to sign-in', async () => {
    const page = await (await browser.newContext()).newPage()
    await page.goto(`${testStack.url('hosting')}${inboxPath(company.companyId)}`)
    await page.waitForURL(/\/sign-in/)
    expect(await page.textContent('body')).not.toContain(SECRET_TEXT)
  })

  it('of another company sees nothing, not even that this one exists', async () => {
    const { page } = await openInbox(browser, outsider)
    const seen: string[] = []
    for (const companyId of [company.companyId, `no${company.companyId}`]) {
      await page.goto(`${testStack.url('hosting')}/c/${companyId}/inbox`)
      await page.getByText('Здесь ничего нет').waitFor()
      seen.push(((await page.textContent('main')) ?? '').replaceAll(companyId, ''))
    }
    expect(seen[0]).toBe(seen[1])
    expect(seen.join()).not.toContain(SECRET_TEXT)
  })

  it('to the settings, though an operator here, is told whose they are', async () => {
    const { page } = await openInbox(browser, irina)
    await rowWith(page, 'Марина Осипова').waitFor()
    expect(await page.getByRole('link', { name: 'Настройки' }).count()).toBe(0)
    await page.goto(`${testStack.url('hosting')}${channelsPath(company.companyId)}`)
    await page.getByText('Этот раздел доступен администратору').waitFor()
  })

  it('since a moment ago loses the page he has open', async () => {
    const { page } = await openInbox(browser, irina)
    await rowWith(page, 'Марина Осипова').waitFor()
    await company.removeMember(irina)
    await rowWith(page, 'Марина Осипова').waitFor({ state: 'detached', timeout: 30_000 })
    expect(await page.textContent('body')).not.toContain(SECRET_TEXT)
  })
})
