import { createServer, type IncomingHttpHeaders, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'

interface Update {
  readonly update_id: number
  readonly message?: {
    readonly message_id: number
    readonly date: number
    readonly text?: string
    readonly chat: { readonly id: number }
    readonly [field: string]: unknown
  }
  readonly edited_message?: Record<string, unknown>
  readonly my_chat_member?: { readonly new_chat_member: { readonly status: string } }
}

export interface Received {
  readonly at: number
  readonly headers: IncomingHttpHeaders
  readonly update: Update
}

interface Reply {
  readonly status: number
  readonly headers?: Record<string, string>
  /** Answers when it is fulfilled. */
  readonly until?: Promise<unknown>
}

/** A bot's own server: keeps what it gets, answers as it is told. */
export class WebhookReceiver {
  readonly received: Received[] = []
  reply: (received: Received, count: number) => Reply = () => ({ status: 200 })
  private readonly server: Server

  constructor() {
    this.server = createServer((request, response) => {
      const chunks: Buffer[] = []
      request.on('data', (chunk: Buffer) => chunks.push(chunk))
      request.on('end', () => {
        const update = JSON.parse(Buffer.concat(chunks).toString()) as Update
        const received = { at: performance.now(), headers: request.headers, update }
        this.received.push(received)
        const { status, headers, until } = this.reply(received, this.received.length)
        void Promise.resolve(until).then(() => response.writeHead(status, headers).end())
      })
    })
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/hooks/telegram/abc`
  }

  get texts(): string[] {
    return this.received.map(({ update }) => update.message?.text ?? '')
  }

  async open(): Promise<this> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve))
    return this
  }

  async close(): Promise<void> {
    const closed = new Promise((resolve) => this.server.close(resolve))
    this.server.closeAllConnections()
    await closed
  }
}
