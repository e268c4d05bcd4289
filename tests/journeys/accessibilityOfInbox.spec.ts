import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchChromium } from '#tools/browser/launchChromium.ts'
import { testStack } from '#tools/stack/testStack.ts'
import type { JourneyBot } from './journeyCompany.ts'
import { JourneyCompany, messageWith, openInbox, reply, rowWith } from './journeyCompany.ts'
import { violationsOn } from './violationsOn.ts'

const ELENA = 8_400_101
const PAVEL = 8_400_102

type Part = readonly [name: string, show: (page: Page) => Promise<unknown>]

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name })
const menuItem = (page: Page, name: string | RegExp) =>
  page.locator('[role^="menuitem"]').filter({ hasText: name }).first()
const press = (key: string) => (page: Page) => page.keyboard.press(key)
const composer = (page: Page) => page.locator('[data-test="composer"]')

/** Leaves whatever is open, and the cursor in no field. */
async function close(page: Page): Promise<void> {
  for (let each = 0; each < 2; each++) {
    const open = page.locator('.v-overlay--active:not(.v-snackbar)')
    if ((await open.count()) === 0) break
    await page.keyboard.press('Escape')
    await open
      .last()
      .waitFor({ state: 'hidden', timeout: 3000 })
      .catch(() => undefined)
  }
  await page.evaluate('document.activeElement?.blur()')
}

const rowMenu = (page: Page) => rowWith(page, 'Павел').click({ button: 'right' })

const menus: readonly Part[] = [
  [
    'the filters, with a view',
    (page) =>
      page
        .locator('#inbox-filter')
        .click()
        .then(() => menuItem(page, 'Все').waitFor()),
  ],
  [
    'the naming of a view',
    (page) =>
      page
        .locator('#inbox-filter')
        .click()
        .then(() => menuItem(page, /Сохранить отбор/).click())
        .then(() => page.getByRole('dialog').getByRole('textbox').waitFor()),
  ],
  [
    'the narrowing',
    (page) =>
      page
        .locator('#inbox-narrowing')
        .click()
        .then(() => page.getByRole('dialog', { name: 'Отбор' }).waitFor()),
  ],
  [
    'the order',
    (page) =>
      page
        .locator('#inbox-order')
        .click()
        .then(() => page.getByRole('menu').first().waitFor()),
  ],
  ['the menu of a row', (page) => rowMenu(page).then(() => menuItem(page, /Отложить/).waitFor())],
  [
    'putting off',
    (page) =>
      rowMenu(page)
        .then(() => menuItem(page, /Отложить/).click())
        .then(() => page.getByRole('dialog').getByText('Завтра в 9:00').waitFor()),
  ],
  [
    'assigning',
    (page) =>
      rowMenu(page)
        .then(() => menuItem(page, /^Назначить/).click())
        .then(() => page.getByText('Пётр Орлов').first().waitFor()),
  ],
]

const thread: readonly Part[] = [
  [
    'a conversation with all kinds of messages',
    (page) =>
      rowWith(page, 'Елена')
        .click()
        .then(() => page.locator('[data-test="sound"]').waitFor()),
  ],
  ['the tools of a message', (page) => messageWith(page, 'есть бежевый').hover()],
  [
    'the emoji under a message',
    (page) =>
      messageWith(page, 'есть бежевый')
        .getByRole('button', { name: 'Реакция' })
        .click()
        .then(() => page.getByRole('dialog', { name: /Реакция/ }).waitFor()),
  ],
  [
    'the search in it',
    (page) =>
      page
        .locator('[data-test="search-thread"]')
        .click()
        .then(() => page.locator('[data-test="thread-search"] input').fill('бежевый')),
  ],
  [
    'the emoji',
    (page) =>
      close(page)
        .then(() => button(page, 'Эмодзи').click())
        .then(() => page.locator('[data-test="emoji"] [role="gridcell"]').first().waitFor()),
  ],
  [
    'the templates',
    (page) =>
      composer(page)
        .fill('/')
        .then(() => page.locator('[data-test="templates"]').first().waitFor()),
  ],
  [
    'a note',
    (page) =>
      composer(page)
        .fill('')
        .then(() => page.getByRole('radio', { name: 'Заметка' }).dispatchEvent('click'))
        .then(() => page.locator('[data-test="note-composer"]').waitFor()),
  ],
  [
    'sending later',
    (page) =>
      page
        .getByRole('radio', { name: 'Ответ' })
        .dispatchEvent('click')
        .then(() => composer(page).fill('Завтра отвечу'))
        .then(() => page.locator('[data-test="later"]').click())
        .then(() => page.locator('[data-test="later-other"]').waitFor()),
  ],
  [
    'another time',
    (page) =>
      page
        .locator('[data-test="later"]')
        .click()
        .then(() => page.locator('[data-test="later-other"]').click())
        .then(() => page.locator('[data-test="later-date"]').waitFor()),
  ],
  [
    'a message that waits',
    async (page) => {
      await composer(page).fill('Отвечу позже')
      await page.locator('[data-test="later"]').click()
      await page.locator('[data-test="later-tomorrow"]').click()
      await page.locator('[data-test="scheduled"]').waitFor()
    },
  ],
  [
    'marked rows',
    (page) =>
      rowWith(page, 'Павел')
        .focus()
        .then(() => press('x')(page))
        .then(() => page.getByRole('toolbar', { name: /Выбран|Отмечен/ }).waitFor()),
  ],
]

describe('nobody is shut out of the inbox', () => {
  let browser: Browser
  let company: JourneyCompany
  let bot: JourneyBot

  beforeAll(async () => {
    browser = await launchChromium()
    company = await new JourneyCompany().found()
    const olga = await company.addMember('Ольга Нечаева', 'admin')
    await company.addMember('Пётр Орлов', 'operator')
    bot = await company.connectTelegram(olga)
    await bot.introduce(ELENA, 'Елена Прокофьева')
    await bot.introduce(PAVEL, 'Павел Громов')
    await bot.write(PAVEL, { text: 'А доставка?' })
    for (const content of [
      { voice: {} },
      { photo: {} },
      { document: {} },
      { location: { latitude: 55.7, longitude: 37.6, title: 'Склад' } },
    ])
      await bot.write(ELENA, content)
    await bot.write(ELENA, { text: 'Добрый день, есть бежевый?' })
  })
  afterAll(() => browser.close())

  async function open(theme: 'light' | 'dark', viewport?: { width: number; height: number }): Promise<Page> {
    const { page } = await openInbox(browser, await company.addMember('Ирина Лаптева', 'admin'), viewport)
    await page.evaluate((value) => localStorage.setItem('pact.theme', value), theme)
    await page.reload()
    await rowWith(page, 'Елена').waitFor()
    page.setDefaultTimeout(10_000)
    return page
  }

  async function look(page: Page, parts: readonly Part[]): Promise<string[]> {
    const found: string[] = []
    for (const [name, show] of parts) {
      await show(page).catch((error: unknown) =>
        found.push(`${name} is not there: ${String(error).slice(0, 300)}`),
      )
      // What a menu half covers is reached again once it is closed.
      const real = (await violationsOn(page)).filter((each) => !each.includes('partially obscured'))
      found.push(...real.map((each) => `${name}: ${each}`))
      await close(page)
    }
    return found
  }

  it.each(['light', 'dark'] as const)('in its menus, %s', async (theme) => {
    expect(await look(await open(theme), menus)).toEqual([])
  })

  it.each(['light', 'dark'] as const)('in a conversation, %s', async (theme) => {
    expect(await look(await open(theme), thread)).toEqual([])
  })

  it.each(['light', 'dark'] as const)('writing first, writing templates and settings, %s', async (theme) => {
    const page = await open(theme)
    const at = (section: string) => page.goto(`${testStack.url('hosting')}/c/${company.companyId}/${section}`)
    const parts: readonly Part[] = [
      [
        'a new message',
        () =>
          page
            .locator('[data-test="new-message"]')
            .click()
            .then(() => page.getByRole('dialog', { name: 'Новое сообщение' }).waitFor()),
      ],
      [
        'a template',
        () =>
          at('templates')
            .then(() => button(page, 'Добавить').first().click())
            .then(() => page.getByRole('dialog').getByLabel('Название шаблона').waitFor()),
      ],
      [
        'messages and hours',
        () =>
          at('settings/messages')
            .then(() => page.getByRole('heading', { level: 1 }).waitFor())
            .then(() => page.getByRole('textbox').first().waitFor()),
      ],
    ]
    expect(await look(page, parts)).toEqual([])
  })

  it.each(['light', 'dark'] as const)('on a phone, %s', async (theme) => {
    const page = await open(theme, { width: 390, height: 844 })
    const parts: readonly Part[] = [
      ...menus.slice(0, 3),
      [
        'a conversation',
        () =>
          rowWith(page, 'Елена')
            .click()
            .then(() => messageWith(page, 'есть бежевый').waitFor()),
      ],
      [
        'the paper clip',
        () =>
          button(page, 'Прикрепить')
            .first()
            .click()
            .then(() => menuItem(page, 'Эмодзи').waitFor()),
      ],
      [
        'the templates',
        () =>
          composer(page)
            .fill('/')
            .then(() => page.locator('[data-test="templates"]').first().waitFor()),
      ],
    ]
    expect(await look(page, parts)).toEqual([])
  })

  it('who has no mouse does a day’s work', async () => {
    const page = await open('light')
    await rowWith(page, 'Павел').focus()
    await page.keyboard.press('Enter')
    await composer(page).waitFor()
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.getAttribute('data-test')))
      .toBe('composer')
    await page.keyboard.type('Завтра к вечеру')
    await page.keyboard.press('Enter')
    await page.locator('[data-test="message"][data-status="sent"]', { hasText: 'Завтра к вечеру' }).waitFor()
    await page.keyboard.press('Escape')
    await page.keyboard.press('n')
    await page.locator('[data-test="note-composer"]').waitFor()
    await page.keyboard.type('Ждёт до пятницы')
    await page.keyboard.press('Enter')
    await page.locator('[data-test="thread-note"]', { hasText: 'Ждёт до пятницы' }).waitFor()
    await page.keyboard.press('Escape')
    await page.keyboard.press('i')
    await page
      .getByText(/диалог взят/)
      .first()
      .waitFor()
    await rowWith(page, 'Павел').focus()
    await page.keyboard.press('Shift+F10')
    await menuItem(page, /Отложить/).waitFor()
    await menuItem(page, /Отложить/).press('Enter')
    const later = page.getByRole('dialog').getByRole('button', { name: /Завтра в 9:00/ })
    await later.waitFor()
    await later.press('Enter')
    await page
      .getByText(/Отложено до/)
      .first()
      .waitFor()
    await page.getByRole('button', { name: 'Отменить' }).press('Enter')
    await rowWith(page, 'Павел').waitFor()
    await rowWith(page, 'Павел').focus()
    await page.keyboard.press('e')
    await page.getByText('Диалог в архиве').first().waitFor()
    await page.getByRole('button', { name: 'Отменить' }).last().press('Enter')
    await rowWith(page, 'Павел').waitFor()
  })

  it.each([
    ['at 320 pixels', 320, 640],
    ['enlarged twice', 640, 400],
  ])('loses nothing %s', async (_name, width, height) => {
    const page = await open('light', { width, height })
    const widest = () =>
      page.evaluate(
        'Math.max(...[...document.querySelectorAll("button, a, input, textarea, h1, h2")].filter((each) => each.checkVisibility({ visibilityProperty: true }) && !each.closest(".chips, .visually-hidden")).map((each) => each.getBoundingClientRect().right))',
      )
    expect(await widest()).toBeLessThanOrEqual(width)
    await rowWith(page, 'Елена').click()
    await messageWith(page, 'есть бежевый').waitFor()
    expect(await widest()).toBeLessThanOrEqual(width)
    await reply(page, `В ${String(width)}`)
    await messageWith(page, `В ${String(width)}`).waitFor()
    expect(await messageWith(page, `В ${String(width)}`).isVisible()).toBe(true)
    const box = await composer(page).boundingBox()
    expect((box?.y ?? height) + (box?.height ?? 0)).toBeLessThanOrEqual(height)
  })
})
