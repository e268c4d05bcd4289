import type { Outcome } from './deliver.ts'
import type { FailureReason, UnsentMessage } from './unsentMessage.ts'
import type { UnsentStore } from './unsentStore.ts'

/** A message of this browser that the projection does not show yet. */
export interface QueuedMessage extends UnsentMessage {
  readonly isSent: boolean
}

export type QueueTrouble = 'none' | 'offline' | 'slowDown'

export interface SendQueueOptions {
  readonly store: UnsentStore
  attempt(message: UnsentMessage, keepReceipt: (receipt: string) => void): Promise<Outcome>
  /** Gets a new session after the old one was refused. */
  renewSession(): Promise<void>
  onChange(messages: readonly QueuedMessage[], trouble: QueueTrouble): void
}

const FIRST_DELAY_MS = 1000
const LONGEST_DELAY_MS = 30_000
/** A server that keeps failing is told to the visitor after about a quarter of a minute. */
const SERVER_ATTEMPTS = 5

/** Sends one message after another, in the order written, each until it arrived or was refused. */
export class SendQueue {
  readonly #options: SendQueueOptions
  #messages: readonly QueuedMessage[] = []
  #trouble: QueueTrouble = 'none'
  #attempts = 0
  #sessionRefused = false
  #isRunning = false
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor(options: SendQueueOptions) {
    this.#options = options
  }

  /** Takes up what an earlier page could not send. */
  async restore(): Promise<void> {
    const kept = await this.#options.store.all()
    const known = new Set(this.#messages.map(({ id }) => id))
    const restored = kept.filter(({ id }) => !known.has(id)).map((message) => ({ ...message, isSent: false }))
    this.#set([...restored, ...this.#messages])
    this.resume()
  }

  async add(message: UnsentMessage): Promise<void> {
    this.#set([...this.#messages, { ...message, isSent: false }])
    await this.#options.store.put(message)
    if (!this.#timer) this.resume()
  }

  sendAgain(id: string): void {
    this.#change(id, ({ failure: _, ...message }) => message)
    this.resume()
  }

  async discard(id: string): Promise<void> {
    this.#set(this.#messages.filter((message) => message.id !== id))
    await this.#options.store.remove(id)
  }

  /** The projection shows these now: they arrived, whatever their last attempt seemed to say. */
  arrived(ids: ReadonlySet<string>): void {
    const gone = this.#messages.filter(({ id }) => ids.has(id))
    if (gone.length === 0) return
    this.#set(this.#messages.filter(({ id }) => !ids.has(id)))
    for (const { id } of gone) void this.#options.store.remove(id)
  }

  /** Tries at once: something changed for the better. */
  resume(): void {
    clearTimeout(this.#timer)
    this.#timer = undefined
    if (!this.#isRunning) void this.#run()
  }

  async #run(): Promise<void> {
    this.#isRunning = true
    for (;;) {
      const message = this.#messages.find(({ isSent, failure }) => !isSent && failure === undefined)
      if (!message || this.#timer) break
      await this.#settle(
        message,
        await this.#options.attempt(message, (receipt) => this.#keepReceipt(message.id, receipt)),
      )
    }
    this.#isRunning = false
  }

  async #settle({ id }: QueuedMessage, outcome: Outcome): Promise<void> {
    switch (outcome.is) {
      case 'sent':
        this.#noteSuccess()
        this.#set(
          this.#messages.map((message) => (message.id === id ? { ...message, isSent: true } : message)),
        )
        await this.#options.store.remove(id)
        return
      case 'failed':
        this.#fail(id, outcome.reason)
        return
      case 'sessionRefused':
        await this.#afterRefusedSession(id)
        return
      case 'later':
        this.#putOff(id, outcome)
    }
  }

  #noteSuccess(): void {
    this.#attempts = 0
    this.#sessionRefused = false
    this.#trouble = 'none'
  }

  #fail(id: string, failure: FailureReason): void {
    this.#noteSuccess()
    this.#change(id, (message) => ({ ...message, failure }))
  }

  async #afterRefusedSession(id: string): Promise<void> {
    if (this.#sessionRefused) {
      this.#fail(id, 'refused')
      return
    }
    this.#sessionRefused = true
    // A receipt belongs to the session that was refused: the file is handed in anew.
    this.#change(id, ({ receipt: _, ...message }) => message)
    await this.#options.renewSession()
  }

  #putOff(id: string, { why, afterMs }: Extract<Outcome, { is: 'later' }>): void {
    this.#attempts++
    if (why === 'serverFault' && this.#attempts >= SERVER_ATTEMPTS) {
      this.#fail(id, 'unreachable')
      return
    }
    this.#trouble = why === 'serverFault' ? 'none' : why
    const delayMs = afterMs ?? Math.min(FIRST_DELAY_MS * 2 ** (this.#attempts - 1), LONGEST_DELAY_MS)
    this.#timer = setTimeout(() => {
      this.resume()
    }, delayMs)
    this.#set(this.#messages)
  }

  #keepReceipt(id: string, receipt: string): void {
    this.#change(id, (message) => ({ ...message, receipt }))
  }

  #change(id: string, change: (message: QueuedMessage) => QueuedMessage): void {
    this.#set(this.#messages.map((message) => (message.id === id ? change(message) : message)))
    const changed = this.#messages.find((message) => message.id === id)
    if (!changed) return
    const { isSent: _, ...unsent } = changed
    void this.#options.store.put(unsent)
  }

  #set(messages: readonly QueuedMessage[]): void {
    this.#messages = messages
    this.#options.onChange(messages, this.#trouble)
  }
}
