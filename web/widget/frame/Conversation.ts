import type { WidgetLook } from '#shared/api/widget.ts'
import type { Cloud } from './loadCloud.ts'
import { CompanySignals } from './CompanySignals.ts'
import { deliver } from './deliver.ts'
import type { Outcome } from './deliver.ts'
import { acknowledged, dueAcknowledgement, unreadCount } from './receipts.ts'
import { SendQueue } from './SendQueue.ts'
import type { QueueTrouble, QueuedMessage } from './SendQueue.ts'
import type { ProjectedMessage, ShownMessage } from './shownMessages.ts'
import { shownMessages } from './shownMessages.ts'
import type { UnsentMessage } from './unsentMessage.ts'
import type { UnsentStore } from './unsentStore.ts'
import { connectVisitor } from './connectVisitor.ts'
import type { Connected } from './connectVisitor.ts'
import type { VisitorSessionStore } from './visitorSessionStore.ts'
import type { WidgetRequests } from './widgetRequests.ts'

export type Trouble = QueueTrouble | 'gone' | 'notLoaded'

export interface ConversationView {
  onLook(look: WidgetLook): void
  onMessages(messages: readonly ShownMessage[], hasEarlier: boolean): void
  onLoading(isLoading: boolean): void
  onTrouble(trouble: Trouble): void
  onUnread(count: number): void
  /** Somebody writes an answer just now. */
  onTyping(isTyping: boolean): void
  /** There is something to come back to. */
  onConversation(): void
}

export interface ConversationParts {
  readonly requests: WidgetRequests
  readonly sessions: VisitorSessionStore
  readonly unsent: UnsentStore
  readonly view: ConversationView
  loadCloud(): Promise<Cloud>
}

/** A closed panel needs no more than the count of what is new. */
const WINDOW_CLOSED = 10
const WINDOW_OPEN = 50
const RETRY_MS = 5000

/** The visitor's side of a conversation: what is shown, sent, heard and acknowledged. */
export class Conversation {
  readonly #parts: ConversationParts
  readonly #queue: SendQueue
  readonly #signals = new CompanySignals(() => {
    this.#parts.view.onTyping(this.#signals.isTyping)
    this.#show()
  })
  #messages = new Map<string, ProjectedMessage>()
  #queued: readonly QueuedMessage[] = []
  #queueTrouble: QueueTrouble = 'none'
  #connecting: Promise<Connected> | undefined
  #connected: Extract<Connected, { is: 'connected' }> | undefined
  #connectionTrouble: 'none' | 'gone' | 'notLoaded' = 'none'
  #stopListening: (() => void) | undefined
  #stopWatching: (() => void) | undefined
  #stopSignals: (() => void) | undefined
  #isHeard = true
  #retry: ReturnType<typeof setTimeout> | undefined
  #isSeen = false
  #hasEarlier = false
  #isAcknowledging = false

  constructor(parts: ConversationParts) {
    this.#parts = parts
    this.#queue = new SendQueue({
      store: parts.unsent,
      attempt: (message, keepReceipt) => this.#attempt(message, keepReceipt),
      renewSession: () => this.#renewSession(),
      onChange: (messages, trouble) => {
        this.#queued = messages
        this.#queueTrouble = trouble
        this.#show()
      },
    })
  }

  /** Connects, shows what there is, and sends what an earlier page could not. */
  async start(): Promise<void> {
    this.#parts.view.onLoading(this.#parts.sessions.load() !== null)
    await this.#queue.restore()
    await this.#connect()
  }

  /** Whether the visitor has the conversation before his eyes. */
  setSeen(isSeen: boolean): void {
    if (this.#isSeen === isSeen) return
    this.#isSeen = isSeen
    if (isSeen && this.#connected) this.#listen(this.#connected)
    this.#afterMessages()
  }

  send(message: UnsentMessage): Promise<void> {
    return this.#queue.add(message)
  }

  sendAgain(id: string): void {
    this.#queue.sendAgain(id)
  }

  discard(id: string): Promise<void> {
    return this.#queue.discard(id)
  }

  /** The connection may be back. */
  resume(): void {
    this.#queue.resume()
    if (!this.#connected) void this.#connect()
  }

  async showEarlier(): Promise<void> {
    const oldest = this.#oldest()
    if (!this.#connected || !oldest) return
    const { cloud, session } = this.#connected
    this.#hasEarlier = false
    const earlier = await cloud.earlier(session.sessionId, WINDOW_OPEN, oldest)
    this.#hasEarlier = earlier.length === WINDOW_OPEN
    this.#take(earlier)
  }

  /** An address of a file of this conversation; null when it cannot be had now. */
  async fileUrl(messageId: string, attachmentId: string): Promise<string | null> {
    const connected = await this.#connect()
    if (connected.is !== 'connected') return null
    const answer = await this.#parts.requests.fileLink(connected.session, messageId, attachmentId)
    return answer.ok ? answer.body.url : null
  }

  #connect(mustOpen = false): Promise<Connected> {
    this.#connecting ??= this.#connectOnce(mustOpen)
    return this.#connecting
  }

  async #connectOnce(mustOpen: boolean): Promise<Connected> {
    clearTimeout(this.#retry)
    const { requests, sessions, view } = this.#parts
    const parts = {
      requests,
      sessions,
      loadCloud: () => this.#parts.loadCloud(),
      onLook: (look: WidgetLook) => view.onLook(look),
    }
    const connected = await connectVisitor(parts, mustOpen).catch((): Connected => ({ is: 'later' }))
    this.#connectionTrouble =
      connected.is === 'gone' ? 'gone' : connected.is === 'later' ? 'notLoaded' : 'none'
    if (connected.is === 'connected') {
      this.#connected = connected
      this.#listen(connected)
      this.#watch(connected)
    } else this.#connectLater(mustOpen, connected.is === 'later')
    this.#show()
    return connected
  }

  #connectLater(mustOpen: boolean, isWorthTrying: boolean): void {
    this.#connecting = undefined
    this.#parts.view.onLoading(false)
    if (isWorthTrying) this.#retry = setTimeout(() => void this.#connect(mustOpen), RETRY_MS)
  }

  #disconnect(): void {
    this.#stopListening?.()
    this.#stopListening = undefined
    this.#stopWatching?.()
    this.#stopWatching = undefined
    this.#stopSignals?.()
    this.#stopSignals = undefined
    this.#connected = undefined
    this.#connecting = undefined
  }

  async #renewSession(): Promise<void> {
    this.#disconnect()
    this.#messages.clear()
    this.#parts.sessions.clear()
    await this.#connect()
  }

  #listen({ cloud, session }: Extract<Connected, { is: 'connected' }>): void {
    const count = this.#isSeen ? WINDOW_OPEN : WINDOW_CLOSED
    const former = this.#stopListening
    // A closed panel shows nobody typing.
    if (this.#isSeen) this.#followSignals({ cloud, session })
    this.#stopListening = cloud.listen(
      session.sessionId,
      count,
      (messages) => {
        if (this.#messages.size < count) this.#hasEarlier = messages.length === count
        this.#take(messages)
      },
      () => {
        this.#disconnect()
        this.#connectLater(true, true)
      },
    )
    former?.()
  }

  #followSignals({
    cloud,
    session,
  }: Pick<Extract<Connected, { is: 'connected' }>, 'cloud' | 'session'>): void {
    this.#stopSignals ??= cloud.signals(session.sessionId, (signal, at) => this.#signals.take(signal, at))
  }

  #watch({ cloud, session }: Extract<Connected, { is: 'connected' }>): void {
    this.#stopWatching?.()
    this.#isHeard = true
    this.#stopWatching = cloud.watch(session.sessionId, (isHeard) => {
      this.#isHeard = isHeard
      if (isHeard) this.#queue.resume()
      this.#show()
    })
  }

  #take(messages: readonly ProjectedMessage[]): void {
    if (messages.some(({ id, direction }) => direction === 'outbound' && !this.#messages.has(id)))
      this.#signals.answered()
    for (const message of messages) this.#messages.set(message.id, message)
    this.#queue.arrived(new Set(messages.map(({ externalId }) => externalId)))
    this.#parts.view.onLoading(false)
    if (messages.length > 0) this.#parts.view.onConversation()
    this.#afterMessages()
  }

  #afterMessages(): void {
    this.#show()
    const session = this.#parts.sessions.load()
    if (!session) return
    const messages = [...this.#messages.values()]
    this.#parts.view.onUnread(this.#isSeen ? 0 : unreadCount(messages, session))
    void this.#acknowledge()
  }

  async #acknowledge(): Promise<void> {
    const session = this.#parts.sessions.load()
    const due = session && dueAcknowledgement([...this.#messages.values()], session, this.#isSeen)
    if (!session || !due || this.#isAcknowledging) return
    this.#isAcknowledging = true
    const answer = await this.#parts.requests.receipt(session, due.status, due.ids)
    this.#isAcknowledging = false
    if (answer.ok) this.#parts.sessions.save(acknowledged(this.#parts.sessions.load() ?? session, due))
    setTimeout(() => void this.#acknowledge(), answer.ok ? 0 : RETRY_MS)
  }

  async #attempt(message: UnsentMessage, keepReceipt: (receipt: string) => void): Promise<Outcome> {
    const connected = await this.#connect()
    if (connected.is === 'gone') return { is: 'failed', reason: 'unavailable' }
    if (connected.is === 'later') return { is: 'later', why: 'offline', afterMs: undefined }
    return deliver(this.#parts.requests, connected.session, message, keepReceipt)
  }

  #trouble(): Trouble {
    if (this.#connectionTrouble !== 'none') return this.#connectionTrouble
    return this.#queueTrouble === 'none' && !this.#isHeard ? 'offline' : this.#queueTrouble
  }

  #oldest(): ProjectedMessage | undefined {
    return [...this.#messages.values()].sort((a, b) => a.sentAt - b.sentAt)[0]
  }

  #show(): void {
    this.#parts.view.onMessages(
      shownMessages([...this.#messages.values()], this.#queued, this.#signals.readUpToAt),
      this.#hasEarlier,
    )
    this.#parts.view.onTrouble(this.#trouble())
  }
}
