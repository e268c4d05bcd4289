import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchChromium } from '#tools/browser/launchChromium.ts'
import type { OpenedInbox } from './journeyCompany.ts'
import { JourneyCompany, messageWith, openInbox, rowWith } from './journeyCompany.ts'

const ANNA = 8_960_001

const pill = (page: Page) => page.locator('[data-test="mentions-pill"]')
const sign = (page: Page) => rowWith(page, 'Анна Светлова').locator('.mention')

describe.each([
  ['a wide window', { width: 1440, height: 900 }],
  ['a phone', { width: 390, height: 844 }],
] as const)('who is mentioned in a note, in %s', (_name, viewport) => {
  let browser: Browser
  let author: OpenedInbox
  let asked: OpenedInbox

  beforeAll(async () => {
    browser = await launchChromium()
    const company = await new JourneyCompany().found()
    const olga = await company.addMember('Ольга Нечаева', 'admin')
    const irina = await company.addMember('Ирина Лаптева', 'operator')
    const bot = await company.connectTelegram(olga)
    await bot.introduce(ANNA, 'Анна Светлова')
    author = await openInbox(browser, olga)
    asked = await openInbox(browser, irina, viewport)
    await bot.write(ANNA, { text: 'Можно обменять плед?' })
    await rowWith(asked.page, 'Анна Светлова').waitFor()
    await rowWith(author.page, 'Анна Светлова').click()
  }, 120_000)
  afterAll(() => browser.close())

  async function mention(words: string): Promise<void> {
    const { page } = author
    const composer = page.locator('[data-test="note-composer"]')
    await page.getByRole('radio', { name: 'Заметка' }).dispatchEvent('click')
    await composer.fill('')
    await composer.pressSequentially('@Ири')
    await page.locator('[data-test="mentions"] [role="option"]').waitFor()
    await composer.press('Enter')
    await composer.pressSequentially(words)
    await composer.press('Enter')
    await page.locator('[data-test="thread-note"]', { hasText: words }).waitFor()
  }

  it('hears of it, and the row says so', async () => {
    const { page } = asked
    await mention('посмотри, пожалуйста')
    await page.getByText('Ольга Нечаева упоминает вас в заметке').waitFor()
    await sign(page).waitFor()
    expect(await rowWith(page, 'Анна Светлова').textContent()).toContain('вас упомянули')
    expect(await sign(author.page).count()).toBe(0)
  })

  it('is told again on the next day, wherever the row is', async () => {
    const { page } = asked
    await page.reload()
    await sign(page).waitFor()
    expect(await pill(page).textContent()).toContain('Вас упомянули: 1 диалог')
  })

  it('comes to the conversation by it, and then it is gone, after a reload too', async () => {
    const { page } = asked
    await pill(page).click()
    await messageWith(page, 'Можно обменять плед?').waitFor()
    await pill(page).waitFor({ state: 'detached' })
    await sign(page).waitFor({ state: 'detached' })
    if (viewport.width < 600) await page.goBack()
    await page.reload()
    await rowWith(page, 'Анна Светлова').waitFor()
    expect(await sign(page).count()).toBe(0)
  })

  it('hears of it, too, when the note names him only once it has been edited', async () => {
    const { page } = author
    // Whoever looks at the conversation needs no sign.
    await asked.page.goto(asked.page.url().replace(/\/inbox\/.*/, '/inbox'))
    await rowWith(asked.page, 'Анна Светлова').waitFor()
    const note = page.locator('[data-test="thread-note"]', { hasText: 'Спросите у Ирины' })
    await page.locator('[data-test="note-composer"]').fill('Спросите у Ирины')
    await page.locator('[data-test="note-composer"]').press('Enter')
    await note.hover()
    await note.getByRole('button', { name: 'Изменить заметку' }).click()
    const editor = page.locator('[data-test="note-editor"]')
    await editor.fill('')
    await editor.pressSequentially('@Ири')
    await page.locator('[data-test="mentions"] [role="option"]').waitFor()
    await editor.press('Enter')
    await editor.press('Enter')
    await page.locator('[data-test="thread-note"]', { hasText: '@Ирина Лаптева' }).last().waitFor()
    await sign(asked.page).waitFor()
  })

  it('leaves no error in the page', () => {
    expect(asked.errors).toEqual([])
  })
})
