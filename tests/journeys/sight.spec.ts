import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { changeMemberContract } from '#shared/api/members.ts'
import type { Visibility } from '#shared/domain/member.ts'
import { launchChromium } from '#tools/browser/launchChromium.ts'
import { callAs } from '#tools/demo/callAs.ts'
import { testStack } from '#tools/stack/testStack.ts'
import { eventually } from './eventually.ts'
import type { JourneyMember, OpenedInbox } from './journeyCompany.ts'
import { JourneyCompany, messageWith, openInbox, rowWith } from './journeyCompany.ts'

const [ANNA, BORIS, VERA] = [9_100_001, 9_100_002, 9_100_003]

/** In whatever order: a provider's moments are seconds, and all three wrote in one. */
const names = async (page: Page) =>
  (await page.locator('[data-test="row"] .name').allTextContents()).toSorted()
const bar = (page: Page) => page.locator('[data-test="command-bar"]')

describe('an operator who sees his own conversations and those of nobody', () => {
  const company = new JourneyCompany()
  let browser: Browser
  let olga: JourneyMember
  let oleg: JourneyMember
  let admin: OpenedInbox
  let operator: OpenedInbox

  async function assign(contact: string, colleague: string): Promise<void> {
    const card = admin.page.getByRole('complementary', { name: 'Карточка контакта' })
    await rowWith(admin.page, contact).click()
    await card.getByRole('heading', { name: contact }).waitFor()
    await card.getByRole('button', { name: 'Изменить ответственного' }).click()
    await admin.page.locator('[role^="menuitem"]', { hasText: colleague }).click()
    await card.locator('.fact', { hasText: 'Ответственный' }).getByText(colleague).waitFor()
  }

  const mayNowSee = (visibility: Visibility) =>
    callAs(olga.userId, changeMemberContract, {
      companyId: company.companyId,
      userId: oleg.userId,
      visibility,
    })

  async function search(text: string): Promise<string[]> {
    const { page } = operator
    await page.keyboard.press('Control+KeyK')
    await bar(page).getByRole('combobox').fill(text)
    await bar(page)
      .getByText(/^Найдено: /)
      .waitFor({ state: 'attached' })
    const found = await page.getByRole('option').allTextContents()
    await page.keyboard.press('Escape')
    await bar(page).waitFor({ state: 'detached' })
    return found
  }

  beforeAll(async () => {
    browser = await launchChromium()
    await company.found()
    olga = await company.addMember('Ольга Нечаева', 'admin')
    oleg = await company.addMember('Олег Строев', 'operator')
    await company.addMember('Пётр Волков', 'operator')
    const bot = await company.connectTelegram(olga)
    await mayNowSee('own')
    admin = await openInbox(browser, olga)
    for (const [id, name] of [
      [ANNA, 'Анна Светлова'],
      [BORIS, 'Борис Юдин'],
      [VERA, 'Вера Павлова'],
    ] as const) {
      await bot.introduce(id, name)
      await bot.write(id, { text: `Где мой заказ, это ${name}` })
      await rowWith(admin.page, name).waitFor()
    }
    await assign('Анна Светлова', 'Олег Строев')
    await assign('Вера Павлова', 'Пётр Волков')
    operator = await openInbox(browser, oleg)
  }, 120_000)
  afterAll(() => browser.close())

  it('has those two in his list, and counts no more', async () => {
    const { page } = operator
    await eventually(() => names(page)).toEqual(['Анна Светлова', 'Борис Юдин'])
    await eventually(() => page.locator('#inbox-filter').textContent()).toMatch(/Открытые\s*2/)
  })

  it('finds neither a colleague’s contact nor what he wrote', async () => {
    expect((await search('Борис')).join()).toMatch(/Борис Юдин.*заказ, это Борис Юдин/)
    expect(await search('Вера')).toEqual([])
    const found = (await search('заказ')).join()
    expect(found).toContain('это Анна')
    expect(found).toContain('это Борис')
    expect(found).not.toContain('Вера')
  })

  it('does not open a colleague’s by its address', async () => {
    const { page } = operator
    await rowWith(admin.page, 'Вера Павлова').click()
    await messageWith(admin.page, 'это Вера').waitFor()
    await page.goto(new URL(new URL(admin.page.url()).pathname, testStack.url('hosting')).href)
    await page.getByText('Диалог не найден').waitFor()
    expect(await page.getByText('Вера').count()).toBe(0)
  })

  it('loses what a colleague takes over, from the list and from before his eyes', async () => {
    const { page } = operator
    await rowWith(page, 'Борис Юдин').click()
    await page.mouse.move(0, 0)
    await messageWith(page, 'это Борис').waitFor()
    await assign('Борис Юдин', 'Пётр Волков')
    await page.getByText('Диалог не найден').waitFor()
    await eventually(() => names(page)).toEqual(['Анна Светлова'])
    expect(await messageWith(page, 'это Борис').count()).toBe(0)
  })

  it('sees all at once when an admin lets him', async () => {
    await mayNowSee('all')
    await eventually(() => names(operator.page)).toEqual(['Анна Светлова', 'Борис Юдин', 'Вера Павлова'])
    await rowWith(operator.page, 'Вера Павлова').click()
    await operator.page.mouse.move(0, 0)
    await messageWith(operator.page, 'это Вера').waitFor()
  })

  it('and no more than his own again, when he may not any more', async () => {
    await mayNowSee('own')
    await eventually(() => names(operator.page)).toEqual(['Анна Светлова'])
    await operator.page.getByText('Диалог не найден').waitFor()
  })

  it('meets no fault on the way', () => {
    expect([...admin.errors, ...operator.errors]).toEqual([])
  })
})
