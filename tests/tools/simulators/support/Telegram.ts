import { callJson } from './callJson.ts'

interface Row {
  readonly messageId: number
  readonly from: string
  readonly text: string
  readonly kind: string
  readonly isEdited: boolean
  readonly reaction: string
  readonly customerReaction: string
  readonly replyTo?: { readonly text: string }
  readonly file?: { readonly name: string; readonly url: string; readonly size: number }
}

interface CustomerView {
  readonly isBotTyping: boolean
  readonly messages: readonly Row[]
}

interface BotView {
  readonly id: number
  readonly token: string
}

export interface BotAnswer {
  readonly ok: boolean
  readonly error_code?: number
  readonly description?: string
  readonly parameters?: { readonly retry_after: number }
  readonly result?: Record<string, unknown>
}

/** A bot of one test, seen from both sides: its owner's program and its customers. */
export class Telegram {
  readonly id: number
  readonly token: string
  private readonly url: string

  private constructor(url: string, { id, token }: BotView) {
    this.url = url
    this.id = id
    this.token = token
  }

  static async withNewBot(url: string): Promise<Telegram> {
    const { body } = await callJson(`${url}/telegram/control/bots`, { name: 'Тест', username: 'test_bot' })
    return new Telegram(url, body as BotView)
  }

  static async withKnownBot(url: string, id: number): Promise<Telegram> {
    const { body } = await callJson(`${url}/telegram/control/bots/${String(id)}`)
    return new Telegram(url, body as BotView)
  }

  methodUrl(name: string): string {
    return `${this.url}/telegram/bot${this.token}/${name}`
  }

  async call(
    name: string,
    parameters: Record<string, unknown> = {},
  ): Promise<BotAnswer & { status: number }> {
    const { status, body } = await callJson(this.methodUrl(name), parameters)
    return { ...(body as BotAnswer), status }
  }

  async callWithFile(name: string, fields: Record<string, string>, file: File): Promise<BotAnswer> {
    const form = new FormData()
    Object.entries(fields).forEach(([key, value]) => form.set(key, value))
    form.set(name.slice('send'.length).toLowerCase(), file)
    const response = await fetch(this.methodUrl(name), { method: 'POST', body: form })
    return (await response.json()) as BotAnswer
  }

  download(filePath: string): Promise<Response> {
    return fetch(`${this.url}/telegram/file/bot${this.token}/${filePath}`)
  }

  async control(path: string, body?: unknown): Promise<Record<string, unknown>> {
    const answer = await callJson(`${this.url}/telegram/control/bots/${this.id}/${path}`, body)
    return answer.body as Record<string, unknown>
  }

  async customer(name = 'Анна Светлова'): Promise<TelegramCustomer> {
    const { chatId } = await this.control('customers', { name, username: 'anna', phone: '+79000000142' })
    return new TelegramCustomer(this, chatId as number)
  }

  /** A customer who has written already, so that the bot may answer. */
  async startedCustomer(): Promise<TelegramCustomer> {
    const customer = await this.customer()
    await customer.write({ text: '/start' })
    return customer
  }
}

export class TelegramCustomer {
  readonly chatId: number
  private readonly telegram: Telegram

  constructor(telegram: Telegram, chatId: number) {
    this.telegram = telegram
    this.chatId = chatId
  }

  async write(message: Record<string, unknown>): Promise<{ messageId: number; updateId: number | null }> {
    const act = await this.telegram.control(`customers/${this.chatId}/messages`, message)
    return act as { messageId: number; updateId: number | null }
  }

  edit(messageId: number, text: string): Promise<unknown> {
    return this.telegram.control(`customers/${this.chatId}/messages/${messageId}`, { text })
  }

  react(messageId: number, emoji: string): Promise<unknown> {
    return this.telegram.control(`customers/${this.chatId}/messages/${messageId}/reaction`, { emoji })
  }

  delete(messageId: number): Promise<unknown> {
    return this.telegram.control(`customers/${this.chatId}/messages/${messageId}/delete`, {})
  }

  block(blocked = true): Promise<unknown> {
    return this.telegram.control(`customers/${this.chatId}/block`, { blocked })
  }

  async view(): Promise<CustomerView> {
    const view: unknown = await this.telegram.control(`customers/${this.chatId}/view`)
    return view as CustomerView
  }

  async texts(): Promise<string[]> {
    return (await this.view()).messages.map(({ text }) => text)
  }
}
