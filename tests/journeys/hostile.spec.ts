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

  it('in the list, on a row and in its menu', async () => {
    await rowWith(page, 'контакт').waitFor()
    await expectWords('контакт', 'последнее')
    await rowWith(page, 'контакт').click({ button: 'right' })
    await page.getByRole('menuitem', { name: 'Назначить' }).first().click()
    await expectWords('отдел', 'коллега')
    await page.keyboard.press('Escape')
  })

  it('in the thread and in the card', async () => {
    await rowWith(page, 'контакт').click()
    await messageWith(page, 'На цитату').waitFor()
    await expectWords(
      'текст',
      'цитата',
      'цитируемый',
      'место',
      'адрес',
      'карточка',
      'ответ',
      'подпись',
      'файл',
    )
    await expectWords('заметка', 'деятель', 'позже', 'метка', 'канал', 'ник')
    expect(await page.locator('[data-test="note"]').inputValue()).toBe(hostile('пометка'))
    await messageWith(page, 'Исправлено').getByRole('button', { name: /изм/ }).click()
    await expectWords('прежде')
  })

  it('links lead where they say, and to pages, letters and calls alone', async () => {
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
    ['staff', ['админ', 'коллега']],
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
    expect(await harmOn(page)).toEqual([])
    await goTo('settings/messages')
    await expectWords('канал')
  })

  it('on a phone, too', async () => {
    const wide = page
    page = await open({ width: 320, height: 640 })
    await rowWith(page, 'контакт').waitFor()
    await expectWords('контакт', 'последнее')
    await rowWith(page, 'контакт').click()
    await messageWith(page, 'На цитату').waitFor()
    await expectWords('текст', 'цитата', 'место', 'карточка', 'файл', 'заметка')
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
