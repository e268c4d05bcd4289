import type { Clock } from '../../clock.ts'
import { NO_WEBHOOK_FAULT, type WebhookFault } from '../faults.ts'
import { postUpdate, type WebhookAnswer } from './postUpdate.ts'
import { retryDelay } from './retryDelay.ts'
import { shuffled } from './shuffled.ts'
import type { UpdateKind } from './updateKinds.ts'

export interface WebhookSettings {
  readonly url: string
  readonly secret: string
  readonly maxConnections: number
  /** Undefined for Telegram's own choice, which has every kind that is made here. */
  readonly allowed: readonly string[] | undefined
}

export interface DeliveryAttempt {
  readonly at: number
  readonly updateId: number
  readonly kind: UpdateKind
  readonly status: number
  readonly error: string
  readonly tookMs: number
}

interface PendingUpdate {
  readonly id: number
  readonly kind: UpdateKind
  readonly chatId: number
  readonly content: unknown
  readonly body: string
  readonly expiresAt: number
  dueAt: number
  failures: number
  isInFlight: boolean
}

/** An update nobody has taken yet, without its id: it gets another one when it is sent again. */
export interface UndeliveredUpdate {
  readonly kind: UpdateKind
  readonly chatId: number
  readonly content: unknown
}

interface Surroundings {
  readonly clock: Clock
  readonly settings: { readonly webhookTimeoutMs: number }
  readonly changed: () => void
}

const HOUR_MS = 3_600_000
const KEPT_MS = 24 * HOUR_MS
/** A bot that has answered 410 for so long wants no webhooks any more. */
const GONE_MS = 23 * HOUR_MS
const GATHER_MS = 1_000
const MAX_ATTEMPTS_KEPT = 100
const MAX_PENDING = 50_000
const NO_WEBHOOK: WebhookSettings = { url: '', secret: '', maxConnections: 40, allowed: undefined }

/** Brings one bot its updates: those of one chat strictly one after another. */
export class WebhookSender {
  settings = NO_WEBHOOK
  fault = NO_WEBHOOK_FAULT
  readonly attempts: DeliveryAttempt[] = []
  lastError: { readonly date: number; readonly message: string } | undefined
  private readonly surroundings: Surroundings
  private readonly queues = new Map<string, PendingUpdate[]>()
  private gathered: PendingUpdate[] = []
  private nextUpdateId: number
  private inFlight = 0
  private goneSince: number | undefined
  private hangUp = new AbortController()
  private cancelWake: (() => void) | undefined

  constructor(surroundings: Surroundings, firstUpdateId: number) {
    this.surroundings = surroundings
    this.nextUpdateId = firstUpdateId
  }

  get pendingCount(): number {
    return this.gathered.length + [...this.queues.values()].reduce((sum, { length }) => sum + length, 0)
  }

  get undelivered(): UndeliveredUpdate[] {
    const pending = [...[...this.queues.values()].flat(), ...this.gathered].sort((a, b) => a.id - b.id)
    return pending.map(({ kind, chatId, content }) => ({ kind, chatId, content }))
  }

  /** Gives the update's id, or undefined when the bot did not ask for such. */
  enqueue(kind: UpdateKind, chatId: number, content: unknown): number | undefined {
    const { allowed } = this.settings
    if ((allowed && !allowed.includes(kind)) || this.pendingCount >= MAX_PENDING) return undefined
    const id = this.nextUpdateId++
    const now = this.surroundings.clock.now()
    const update: PendingUpdate = {
      id,
      kind,
      chatId,
      content,
      body: JSON.stringify({ update_id: id, [kind]: content }),
      expiresAt: now + KEPT_MS,
      dueAt: now + this.fault.delayMs,
      failures: 0,
      isInFlight: false,
    }
    if (this.fault.shuffle > 0) this.gather(update)
    else this.append(String(chatId), update)
    this.pump()
    return id
  }

  setWebhook(settings: WebhookSettings, dropPending: boolean): void {
    if (dropPending) this.dropPending()
    this.settings = settings
    this.lastError = undefined
    this.goneSince = undefined
    const now = this.surroundings.clock.now()
    for (const [update] of this.queues.values()) if (update) update.dueAt = Math.min(update.dueAt, now)
    this.pump()
  }

  deleteWebhook(dropPending: boolean): void {
    this.setWebhook({ ...NO_WEBHOOK, allowed: this.settings.allowed }, dropPending)
  }

  setFault(fault: WebhookFault): void {
    this.fault = fault
    this.releaseGathered()
  }

  reset(keepWebhook: boolean): void {
    this.hangUp.abort()
    this.hangUp = new AbortController()
    this.dropPending()
    this.attempts.length = 0
    this.fault = NO_WEBHOOK_FAULT
    this.setWebhook(keepWebhook ? this.settings : NO_WEBHOOK, true)
  }

  /** Hangs up on every bot. */
  close(): void {
    this.reset(false)
  }

  private dropPending(): void {
    this.queues.clear()
    this.gathered = []
  }

  private append(queueKey: string, update: PendingUpdate): void {
    const queue = this.queues.get(queueKey)
    if (queue) queue.push(update)
    else this.queues.set(queueKey, [update])
  }

  private gather(update: PendingUpdate): void {
    this.gathered.push(update)
    if (this.gathered.length === 1) this.surroundings.clock.after(GATHER_MS, () => this.releaseGathered())
    if (this.gathered.length >= this.fault.shuffle) this.releaseGathered()
  }

  /** Each shuffled update gets a queue of its own, so that none waits for another. */
  private releaseGathered(): void {
    for (const update of shuffled(this.gathered)) this.append(`shuffled ${update.id}`, update)
    this.gathered = []
    this.pump()
  }

  /** Sends what is due and sleeps until the next is. */
  private pump(): void {
    this.cancelWake?.()
    if (this.settings.url === '') return
    const now = this.surroundings.clock.now()
    let wakeAt = Infinity
    for (const [queueKey, [update]] of this.queues) {
      if (!update || update.isInFlight) continue
      if (update.dueAt > now) wakeAt = Math.min(wakeAt, update.dueAt)
      else if (this.inFlight < this.settings.maxConnections) void this.deliver(queueKey, update)
    }
    if (wakeAt < Infinity) this.cancelWake = this.surroundings.clock.after(wakeAt - now, () => this.pump())
  }

  private async deliver(queueKey: string, update: PendingUpdate): Promise<void> {
    this.inFlight++
    update.isInFlight = true
    const startedAt = performance.now()
    const answers = await Promise.all(Array.from({ length: this.fault.copies }, () => this.post(update)))
    const answer = answers.find(({ error }) => error !== '') ?? answers[0]
    this.inFlight--
    update.isInFlight = false
    if (answer && this.queues.get(queueKey)?.[0] === update) {
      this.note(update, answer, performance.now() - startedAt)
      this.settle(queueKey, update, answer)
    }
    this.pump()
  }

  private post(update: PendingUpdate): Promise<WebhookAnswer> {
    const { url, secret } = this.settings
    const timeoutMs = this.surroundings.settings.webhookTimeoutMs
    return postUpdate({ url, secret, timeoutMs }, update.body, this.hangUp.signal)
  }

  private settle(
    queueKey: string,
    update: PendingUpdate,
    { status, error, retryAfter }: WebhookAnswer,
  ): void {
    this.followGone(status)
    if (error === '') return this.drop(queueKey)
    update.failures++
    update.dueAt = this.surroundings.clock.now() + retryDelay(update.failures, retryAfter) * 1000
    if (update.dueAt > update.expiresAt) this.drop(queueKey)
  }

  private followGone(status: number): void {
    const now = this.surroundings.clock.now()
    this.goneSince = status === 410 ? (this.goneSince ?? now) : undefined
    if (this.goneSince !== undefined && now - this.goneSince > GONE_MS) this.deleteWebhook(false)
  }

  private drop(queueKey: string): void {
    const queue = this.queues.get(queueKey)
    queue?.shift()
    if (queue?.length === 0) this.queues.delete(queueKey)
  }

  private note({ id, kind }: PendingUpdate, { status, error }: WebhookAnswer, tookMs: number): void {
    if (error !== '') this.lastError = { date: Math.floor(Date.now() / 1000), message: error }
    this.attempts.unshift({ at: Date.now(), updateId: id, kind, status, error, tookMs: Math.round(tookMs) })
    this.attempts.length = Math.min(this.attempts.length, MAX_ATTEMPTS_KEPT)
    this.surroundings.changed()
  }
}
