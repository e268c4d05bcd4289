import type { WidgetSignalId } from '#shared/domain/widgetSession.ts'

/** An answer being written is told every few seconds; it is over when nothing more is told for this long. */
const TYPING_MS = 7000

/** What the company does meanwhile: somebody types, the visitor's words have been read. */
export class CompanySignals {
  readonly #onChange: () => void
  #readUpToAt = 0
  #typingAt: number | undefined
  #isTyping = false
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor(onChange: () => void) {
    this.#onChange = onChange
  }

  get readUpToAt(): number {
    return this.#readUpToAt
  }

  get isTyping(): boolean {
    return this.#isTyping
  }

  /** 0: never so far. Clocks differ: only what changes while we listen says that somebody types now. */
  take(signal: WidgetSignalId, at: number): void {
    if (signal === 'read') this.#readUpToAt = Math.max(this.#readUpToAt, at)
    else {
      if (this.#typingAt !== undefined && at > this.#typingAt) this.#startTyping()
      this.#typingAt = at
    }
    this.#onChange()
  }

  /** The answer is here. */
  answered(): void {
    this.#endTyping()
  }

  #startTyping(): void {
    clearTimeout(this.#timer)
    this.#isTyping = true
    this.#timer = setTimeout(() => this.#endTyping(), TYPING_MS)
  }

  #endTyping(): void {
    clearTimeout(this.#timer)
    if (!this.#isTyping) return
    this.#isTyping = false
    this.#onChange()
  }
}
