import { randomBytes } from 'node:crypto'
import { FieldValue } from 'firebase-admin/firestore'
import type { Browser, Page } from 'playwright-core'
import * as z from 'zod/mini'
import { connectChannelContract } from '#shared/api/channels.ts'
import type { ChannelId, CompanyId, UserId } from '#shared/domain/ids.ts'
import { companyIdSchema, userIdSchema } from '#shared/domain/ids.ts'
import type { Role } from '#shared/domain/member.ts'
import { signInByPhone } from '#tools/browser/signInByPhone.ts'
import { callAs, postJson } from '#tools/demo/callAs.ts'
import { database, readDocument, writeDocument } from '#tools/demo/documents.ts'
import { testStack } from '#tools/stack/testStack.ts'

export interface JourneyMember {
  readonly userId: UserId
  readonly phone: string
  readonly name: string
}

const botSchema = z.object({ id: z.int(), token: z.string() })
const customerSchema = z.object({
  isBotTyping: z.boolean(),
  messages: z.array(
    z.object({ messageId: z.int(), from: z.string(), text: z.string(), reaction: z.string() }),
  ),
})

const randomDigits = (count: number) => Array.from(randomBytes(count), (byte) => String(byte % 10)).join('')

/** A company of its own for one journey, so that journeys do not see each other. */
export class JourneyCompany {
  readonly companyId: CompanyId = companyIdSchema.parse(`j${randomBytes(8).toString('hex')}`)
  readonly #name: string

  constructor(name = 'Тёплый дом') {
    this.#name = name
  }

  async found(): Promise<this> {
    const { companyId } = this
    await writeDocument(
      'companies',
      { companyId },
      {
        name: this.#name,
        phone: '',
        description: '',
        publicId: Number(randomDigits(12)),
        createdAt: Date.now(),
      },
    )
    return this
  }

  async addMember(name: string, role: Role): Promise<JourneyMember> {
    const { companyId } = this
    const userId = userIdSchema.parse(randomBytes(8).toString('hex'))
    const phone = `+7900${randomDigits(7)}`
    const createdAt = Date.now()
    await writeDocument(
      'users',
      { userId },
      { name, phone, locale: 'ru', companyIds: [companyId], publicId: Number(randomDigits(12)), createdAt },
    )
    await writeDocument('userPhones', { phoneDigits: phone.slice(1) }, { userId })
    await writeDocument('members', { companyId, userId }, { role, name, sessionsValidAfterAt: 0, createdAt })
    return { userId, phone, name }
  }

  /** Who works in another company works in this one, too. */
  async admit({ userId, name }: JourneyMember, role: Role): Promise<void> {
    const { companyId } = this
    const member = { role, name, sessionsValidAfterAt: 0, createdAt: Date.now() }
    await writeDocument('members', { companyId, userId }, member)
    await database()
      .doc(`users/${userId}`)
      .update({ companyIds: FieldValue.arrayUnion(companyId) })
  }

  async removeMember({ userId }: JourneyMember): Promise<void> {
    await database().doc(`companies/${this.companyId}/members/${userId}`).delete()
    await database()
      .doc(`users/${userId}`)
      .update({ companyIds: FieldValue.arrayRemove(this.companyId) })
  }

  async connectWidget(admin: JourneyMember): Promise<string> {
    const form = { title: 'Тёплый дом', greeting: 'Здравствуйте', colour: '' }
    const { channelId } = await callAs(admin.userId, connectChannelContract, {
      companyId: this.companyId,
      kind: 'widget',
      form,
    })
    const channel = await readDocument('channels', { companyId: this.companyId, channelId })
    return channel?.accountId ?? ''
  }

  async connectTelegram(admin: JourneyMember): Promise<JourneyBot> {
    const control = `${testStack.url('simulators')}/telegram/control`
    const username = `bot_${randomBytes(6).toString('hex')}`
    const bot = botSchema.parse(await postJson(`${control}/bots`, { name: 'Тёплый дом', username }))
    const request = { companyId: this.companyId, kind: 'telegram', form: { token: bot.token } }
    const { channelId } = await callAs(admin.userId, connectChannelContract, request)
    return new JourneyBot(`${control}/bots/${String(bot.id)}`, channelId)
  }
}

/** A simulated Telegram bot as its customers and its maintainer see it. */
export class JourneyBot {
  readonly channelId: ChannelId
  readonly #control: string

  constructor(control: string, channelId: ChannelId) {
    this.#control = control
    this.channelId = channelId
  }

  async introduce(id: number, name: string): Promise<void> {
    await postJson(`${this.#control}/customers`, { id, name })
  }

  async write(id: number, message: Readonly<Record<string, unknown>>): Promise<void> {
    await postJson(`${this.#control}/customers/${String(id)}/messages`, message)
  }

  /** Changes what he wrote earlier. */
  async edit(id: number, earlier: string, text: string): Promise<void> {
    const message = (await this.#messages(id)).find((each) => each.text === earlier)
    if (!message) throw new Error('he never wrote that')
    await postJson(`${this.#control}/customers/${String(id)}/messages/${String(message.messageId)}`, { text })
  }

  /** Puts the customer's emoji under a message, whoever wrote it. */
  async react(id: number, text: string, emoji: string): Promise<void> {
    const message = (await this.#messages(id)).find((each) => each.text === text)
    if (!message) throw new Error('there is no such message')
    const path = `customers/${String(id)}/messages/${String(message.messageId)}/reaction`
    await postJson(`${this.#control}/${path}`, { emoji })
  }

  /** The bot's emoji, under whatever message. */
  async reactionsSeenBy(id: number): Promise<string[]> {
    return (await this.#messages(id)).flatMap(({ reaction }) => (reaction === '' ? [] : [reaction]))
  }

  async isTypingSeenBy(id: number): Promise<boolean> {
    return (await this.#view(id)).isBotTyping
  }

  async setFaults(faults: Readonly<Record<string, unknown>>): Promise<void> {
    await postJson(`${this.#control}/faults`, faults)
  }

  async answersSeenBy(id: number): Promise<string[]> {
    return (await this.#messages(id)).filter(({ from }) => from === 'bot').map(({ text }) => text)
  }

  async #messages(id: number) {
    return (await this.#view(id)).messages
  }

  async #view(id: number) {
    const answer = await fetch(`${this.#control}/customers/${String(id)}/view`)
    return customerSchema.parse(await answer.json())
  }
}

export interface OpenedInbox {
  readonly page: Page
  /** What went wrong in the page's own scripts. */
  readonly errors: readonly string[]
}

/** A browser profile of his own, signed in by phone and code. */
export async function openInbox(
  browser: Browser,
  member: JourneyMember,
  viewport = { width: 1440, height: 900 },
): Promise<OpenedInbox> {
  const context = await browser.newContext({ viewport, locale: 'ru-RU', timezoneId: 'Europe/Moscow' })
  const page = await context.newPage()
  const errors: string[] = []
  page.on('pageerror', (error) => errors.push(error.message))
  await signInByPhone(page, testStack.url('hosting'), testStack.url('simulators'), member.phone)
  // Where the button of the sign-in was there may be the list now, and under a pointer its rows stand still.
  await page.mouse.move(0, 0)
  return { page, errors }
}

export const rowWith = (page: Page, text: string) => page.locator('[data-test="row"]', { hasText: text })
export const messageWith = (page: Page, text: string) =>
  page.locator('[data-test="message"]', { hasText: text })

export async function reply(page: Page, text: string): Promise<void> {
  await page.locator('[data-test="composer"]').fill(text)
  await page.locator('[data-test="composer"]').press('Enter')
}
