import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchChromium } from '#tools/browser/launchChromium.ts'
import { testStack } from '#tools/stack/testStack.ts'
import { harmOn } from './harmOn.ts'
import { hostile, shownOf } from './hostileWords.ts'
import { fillHostile } from './hostileWorld.ts'
import type { HostileWorld } from './hostileWorld.ts'
import type { JourneyMember } from './journeyCompany.ts'
import { JourneyCompany, messageWith, openInbox, rowWith } from './journeyCompany.ts'

describe('what strangers and colleagues write is words', () => {
  let browser: Browser
  let company: JourneyCompany
  let olga: JourneyMember
  let world: HostileWorld
  let page: Page
  const surprises: string[] = []

  beforeAll(async () => {
    browser = await launchChromium()
    company = await new JourneyCompany().found()
    olga = await company.addMember(hostile('админ'), 'admin')
    await company.addMember(hostile('коллега'), 'operator')
    world = await fillHostile(company.companyId, olga)
    page = await open()
  })
  afterAll(() => browser.close())

  async function open(viewport?: { width: number; height: number }): Promise<Page> {
    const opened = await openInbox(browser, olga, viewport)
    opened.page.on('dialog', (dialog) => {
      surprises.push(`it asks: ${dialog.message()}`)
      void dialog.dismiss()
    })
    opened.page.on('popup', (popup) => surprises.push(`it opens ${popup.url()}`))
    return opened.page
  }

  const goTo = (section: string) => page.goto(`${testStack.url('hosting')}/c/${company.companyId}/${section}`)
  const words = (where: string): Locator => page.getByText(shownOf(where)).first()

  async function expectWords(...places: string[]): Promise<void> {
    for (const where of places) await words(where).waitFor({ state: 'attached' })
    expect(await harmOn(page)).toEqual([])
  }

  /** Only what lies near the reader is drawn of a thread: he goes there, up or down. */
  async function goInThread(to: Locator, by: 'up' | 'down'): Promise<void> {
    const step = by === 'up' ? -1500 : 1500
    const look = async () => {
      const isThere = (await to.count()) > 0
      if (!isThere)
        await page.evaluate(`document.querySelector('.thread .scroller')?.scrollBy(0, ${String(step)})`)
      return isThere
    }
    await expect.poll(look, { timeout: 25_000, interval: 150 }).toBe(true)
  }

  async function expectWordsAbove(...places: string[]): Promise<void> {
    for (const where of places) {
      await goInThread(words(where), 'up')
      expect(await harmOn(page)).toEqual([])
    }
  }

  it('in the list, on a row and in its menu', async () => {
    await rowWith(page, 'контакт').waitFor()
    await expectWords('контакт', 'последнее')
    await rowWith(page, 'контакт').click({ button: 'right' })
    await page.getByRole('menuitem', { name: 'Назначить' }).first().click()
    await expectWords('отдел', 'коллега')
    await page.keyboard.press('Escape')
  })

  it('in the saved lists and in what narrows a list', async () => {
    await page.locator('#inbox-filter').click()
    await expectWords('вид')
    await page.keyboard.press('Escape')
    await page.getByRole('menuitem', { name: 'Сохранить отбор…' }).waitFor({ state: 'hidden' })
    await page.locator('#inbox-narrowing').click()
    const panel = page.getByRole('dialog', { name: 'Отбор' })
    for (const [field, where] of [
      ['Тег', 'метка'],
      ['Канал', 'канал'],
      ['Ответственный', 'коллега'],
      ['Отдел', 'отдел'],
    ] as const) {
      const select = panel.getByLabel(field)
      await select.locator('option', { hasText: shownOf(where) }).waitFor({ state: 'attached' })
      await select.selectOption({ index: 1 })
    }
    expect(await harmOn(page)).toEqual([])
    await panel.getByRole('button', { name: 'Сбросить отбор' }).click()
    await page.keyboard.press('Escape')
    await rowWith(page, 'контакт').waitFor()
  })

  it('in approved templates', async () => {
    await page.locator('[data-test="new-message"]').click()
    const dialog = page.getByRole('dialog', { name: 'Новое сообщение' })
    await dialog.locator('[data-test="approved-template"]').selectOption({ index: 1 })
    await dialog.locator('[data-test="template-preview"]').waitFor()
    await expectWords('тело')
    await dialog.getByRole('button', { name: 'Отмена' }).click()
    await dialog.waitFor({ state: 'hidden' })
  })

  it('in the thread and in the card', async () => {
    await rowWith(page, 'контакт').click()
    await messageWith(page, 'На цитату').waitFor()
    await expectWords('позже', 'метка', 'канал', 'ник', 'поле')
    const field = page.getByRole('textbox', { name: /^поле / })
    expect(await field.inputValue()).toBe(hostile('размер'))
    await page.getByText('зритель тоже смотрит').waitFor({ state: 'attached' })
    await expectWordsAbove('подпись', 'файл', 'ответ', 'цитата', 'цитируемый')
    expect(await page.locator('[data-test="note"]').inputValue()).toBe(hostile('пометка'))
    await messageWith(page, 'Исправлено').getByRole('button', { name: /изм/ }).click()
    await expectWordsAbove('прежде', 'карточка', 'место', 'адрес', 'текст')
    await expectWordsAbove('заметка', 'деятель')
  })

  it('links lead where they say, and to pages, letters and calls alone', async () => {
    await goInThread(messageWith(page, 'vbscript:hack'), 'down')
    const links = messageWith(page, 'vbscript:hack').getByRole('link')
    const seen = await links.evaluateAll((all) =>
      all.map((each) => `${each.getAttribute('href') ?? ''} ${each.getAttribute('rel') ?? ''}`),
    )
    expect(seen).toEqual([
      'https://example.org/ noopener noreferrer',
      'http://example.org noopener noreferrer',
      'mailto:anna@example.org noopener noreferrer',
      'tel:+79001234567 noopener noreferrer',
    ])
  })

  it('in the filters, the picker of templates and the command bar', async () => {
    await page.locator('[data-test="composer"]').fill('/')
    await expectWords('шаблон')
    await page.locator('[data-test="composer"]').fill('')
    await page.keyboard.press('Control+k')
    await page.getByRole('combobox').fill('контакт')
    await expectWords('контакт')
    await page.keyboard.press('Escape')
  })

  it.each([
    ['templates', ['шаблон', 'заготовка']],
    ['staff', ['админ', 'коллега', 'почта']],
    ['settings/channels', ['канал']],
    ['settings/audit', ['ревизор', 'предмет']],
  ])('in %s', async (section, places) => {
    await goTo(section)
    await expectWords(...places)
  })

  it('in the company’s settings', async () => {
    await goTo('settings/company')
    await page.getByRole('textbox').first().waitFor()
    expect(await page.getByRole('textbox').first().inputValue()).toBe(hostile('компания'))
    await expectWords('метка')
    const fields = page.getByLabel('Название поля 1')
    expect(await fields.inputValue()).toBe(hostile('поле'))
    await goTo('settings/messages')
    await expectWords('канал', 'песочница')
  })

  it('on a phone, too', async () => {
    const wide = page
    page = await open({ width: 320, height: 640 })
    await rowWith(page, 'контакт').waitFor()
    await expectWords('контакт', 'последнее')
    await rowWith(page, 'контакт').click()
    await messageWith(page, 'На цитату').waitFor()
    await expectWordsAbove('файл', 'цитата', 'карточка', 'место', 'текст', 'заметка')
    page = wide
  })

  it('files that are pages are saved, never opened', async () => {
    for (const path of world.files) {
      const url = `${testStack.url('storage')}/v0/b/demo-pact.appspot.com/o/${encodeURIComponent(path)}?alt=media`
      const answer = await fetch(url, { headers: { authorization: 'Bearer owner' } })
      expect(answer.headers.get('content-disposition') ?? '').toMatch(/^attachment/)
      expect((await fetch(url)).status).toBe(403)
    }
    await goTo(`inbox/${world.conversationId}`)
    const card = messageWith(page, 'подпись').first()
    await card.getByRole('button', { name: 'Скачать' }).waitFor()
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      card.getByRole('button', { name: 'Скачать' }).click(),
    ])
    expect(download.url()).toMatch(/^blob:/)
    const opened = await page.context().newPage()
    await opened.goto(download.url()).catch(() => null)
    expect(await opened.evaluate('window.hacked')).toBeUndefined()
  })

  it('surprises nobody', () => {
    expect(surprises).toEqual([])
  })
})
