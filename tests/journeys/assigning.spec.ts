import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { FieldValue, Timestamp } from 'firebase-admin/firestore'
import { messageSettingsPath } from '#shared/domain/pagePaths.ts'
import { aTeam } from '#tests/builders/aTeam.ts'
import { launchChromium } from '#tools/browser/launchChromium.ts'
import { database, writeDocument } from '#tools/demo/documents.ts'
import { runScheduledFunction } from '#tools/stack/runScheduledFunction.ts'
import { testStack } from '#tools/stack/testStack.ts'
import { eventually } from './eventually.ts'
import type { JourneyBot, JourneyMember, OpenedInbox } from './journeyCompany.ts'
import { JourneyCompany, messageWith, openInbox, reply, rowWith } from './journeyCompany.ts'

const ANNA = 8_930_001
const BORIS = 8_930_002
const VERA = 8_930_003
const AWAY = 'Мы отвечаем с 9 до 18. Напишем утром.'
const SUMMARY = 'Тому, кто свободнее, отдел «Продажи», только тем, кто на связи · ответ в нерабочее время'

describe('a channel of a team, outside working hours', () => {
  const company = new JourneyCompany()
  const { companyId } = company
  let browser: Browser
  let bot: JourneyBot
  let olga: JourneyMember
  let irina: JourneyMember
  let oleg: JourneyMember
  let admin: OpenedInbox
  const opened: OpenedInbox[] = []

  async function join(member: JourneyMember): Promise<Page> {
    const inbox = await openInbox(browser, member)
    opened.push(inbox)
    return inbox.page
  }

  async function assigneeOf(name: string): Promise<unknown> {
    const conversations = database().collection(`companies/${companyId}/conversations`)
    const { docs } = await conversations.where('contactName', '==', name).get()
    return docs[0]?.get('assigneeId')
  }

  /** What waits for somebody to come is looked at each minute. */
  async function aMinuteGoesBy(): Promise<void> {
    const entries = database().collection(`companies/${companyId}/outbox`)
    const { docs } = await entries.where('state', '==', 'waiting').get()
    expect(docs).toHaveLength(1)
    for (const { ref } of docs) await ref.update({ nextAttemptAt: Timestamp.now() })
    await runScheduledFunction(testStack.url('functions'), 'everyMinute')
  }

  beforeAll(async () => {
    browser = await launchChromium()
    await company.found()
    olga = await company.addMember('Ольга Нечаева', 'admin')
    irina = await company.addMember('Ирина Лаптева', 'operator')
    oleg = await company.addMember('Олег Дымов', 'operator')
    await writeDocument('teams', { companyId, teamId: 'sales' }, aTeam({ name: 'Продажи' }))
    for (const { userId } of [irina, oleg])
      await database()
        .doc(`companies/${companyId}/members/${userId}`)
        .update({ teamIds: FieldValue.arrayUnion('sales') })
    bot = await company.connectTelegram(olga)
    for (const [id, name] of [
      [ANNA, 'Анна Светлова'],
      [BORIS, 'Борис Котов'],
      [VERA, 'Вера Мухина'],
    ] as const)
      await bot.introduce(id, name)
    admin = await openInbox(browser, olga)
    opened.push(admin)
  })
  afterAll(() => browser.close())

  it('is told to by an admin, day by day', async () => {
    const { page } = admin
    await page.goto(testStack.url('hosting') + messageSettingsPath(companyId))
    await page.getByLabel('Распределять диалоги').selectOption('Тому, кто свободнее')
    await page.getByText('Тому, у кого меньше открытых диалогов').waitFor()
    await page.getByLabel('Отдел').selectOption('Продажи')
    await page.getByLabel('Только тем, кто на связи').check()
    await page.getByLabel('Ответ в нерабочее время').fill(AWAY)
    await page.getByText('этот ответ не отправляется никогда').waitFor()
    await page.getByLabel('Рабочее время канала').selectOption('Своё')
    await page.getByLabel(/понедельник: когда работаем/i).selectOption('По часам')
    await page.getByLabel(/понедельник: с/i).fill('')
    await page.getByText('Укажите, когда рабочий день начинается').waitFor()
    await page.getByRole('button', { name: 'Сохранить' }).click()
    const wrong = page.getByLabel(/понедельник: с/i)
    await eventually(() => wrong.evaluate((field) => field === document.activeElement)).toBe(true)
    await page.getByLabel(/понедельник: когда работаем/i).selectOption('Выходной')
    await page.getByRole('button', { name: 'Все дни как в понедельник' }).click()
    await page.getByText(SUMMARY).waitFor()
    await page.getByRole('button', { name: 'Сохранить' }).click()
    await page.getByText('Сохранено.').waitFor()
    await page.reload()
    await page.getByText(SUMMARY).waitFor()
  })

  it('says once when somebody will answer, and gives the conversation to nobody who is not there', async () => {
    await bot.write(ANNA, { text: 'Вы открыты?' })
    await eventually(() => bot.answersSeenBy(ANNA)).toEqual([AWAY])
    await bot.write(ANNA, { text: 'Ау' })
    const { page } = admin
    await page.getByRole('link', { name: 'Сообщения' }).first().click()
    await page.getByRole('link', { name: /Анна Светлова.*без ответа.*2 непрочитанн/ }).waitFor()
    expect(await bot.answersSeenBy(ANNA)).toEqual([AWAY])
    expect(await assigneeOf('Анна Светлова')).toBe('')
  })

  it('gives it to the first of the team who opens Pact', async () => {
    const page = await join(irina)
    await rowWith(page, 'Анна Светлова').waitFor()
    await aMinuteGoesBy()
    await eventually(() => assigneeOf('Анна Светлова')).toBe(irina.userId)
    await rowWith(page, 'Анна Светлова').click()
    await messageWith(page, AWAY).getByText('Автоответ').waitFor()
    await page.getByText('Автоматически: диалог назначен на вас').waitFor()
    await reply(page, 'Открыты, спрашивайте')
    await eventually(() => bot.answersSeenBy(ANNA)).toEqual([AWAY, 'Открыты, спрашивайте'])
  })

  it('gives the next to who has less to do, and the one after that by turns', async () => {
    const page = await join(oleg)
    await rowWith(page, 'Анна Светлова').waitFor()
    await bot.write(BORIS, { text: 'Здравствуйте' })
    await eventually(() => assigneeOf('Борис Котов')).toBe(oleg.userId)
    await bot.write(VERA, { text: 'Добрый день' })
    await eventually(() => assigneeOf('Вера Мухина')).toMatch(new RegExp(`${irina.userId}|${oleg.userId}`))
    await rowWith(page, 'Борис Котов').click()
    await page.getByText('Автоматически: диалог назначен на вас').waitFor()
  })

  it('leaves no error in any page', () => {
    expect(opened.flatMap(({ errors }) => errors)).toEqual([])
  })
})
