import { mdiArrowDown } from '@mdi/js'
import type { Line } from '../lines.ts'
import { icon } from './icon.ts'
import { make, makeButton } from './make.ts'
import type { Setting } from './lineElement.ts'
import { placeLines } from './placeLines.ts'
import type { PlacedLines } from './placeLines.ts'

/** How far from its end the log still counts as being there. */
const END_SLACK_PX = 48

/** The conversation. It stays at its end while it is there, and leaves the reader alone where he is not. */
export class MessageLog {
  readonly element: HTMLElement
  readonly #setting: Setting
  readonly #log: HTMLElement
  readonly #earlier: HTMLElement
  readonly #greeting = make('div', { class: 'greeting', dir: 'auto', hidden: '' })
  readonly #rows = make('div', { class: 'rows' })
  readonly #typing = make('div', { class: 'typing', hidden: '' })
  readonly #toEnd: HTMLElement
  #placed: PlacedLines = new Map()
  #isAtEnd = true

  constructor(setting: Setting, onEarlier: () => void) {
    const { words } = setting
    this.#setting = setting
    this.#earlier = makeButton({ class: 'earlier', hidden: '' }, onEarlier, words.earlier)
    this.#log = make(
      'div',
      { class: 'log', role: 'log', 'aria-live': 'polite', 'aria-label': words.log, tabindex: '0' },
      this.#earlier,
      this.#greeting,
      this.#rows,
    )
    const naming = { 'aria-label': words.toEnd, title: words.toEnd }
    this.#toEnd = makeButton(
      { class: 'to-end', hidden: '', ...naming },
      () => this.toEnd(),
      icon(mdiArrowDown),
    )
    this.#log.addEventListener('scroll', () => this.#noteScroll(), { passive: true })
    // A notice above or a growing field below takes room: the end stays in sight.
    new ResizeObserver(() => this.#keepEnd()).observe(this.#log)
    this.#typing.textContent = words.typing
    this.element = make('div', { class: 'log-frame' }, this.#log, this.#typing, this.#toEnd)
  }

  show(lines: readonly Line[], hasEarlier: boolean): void {
    const hasWritten = isNewOwn(lines[lines.length - 1], this.#placed)
    const fromEnd = this.#log.scrollHeight - this.#log.scrollTop
    const [first] = this.#placed.keys()
    const grewUpward = first !== undefined && first !== lines[0]?.key
    this.#placed = placeLines(this.#rows, lines, this.#placed, this.#setting)
    this.#earlier.hidden = !hasEarlier
    this.#showGreeting()
    if (this.#isAtEnd || hasWritten) this.toEnd()
    else if (grewUpward) this.#log.scrollTop = this.#log.scrollHeight - fromEnd
    this.#noteScroll()
  }

  greet(greeting: string): void {
    this.#greeting.textContent = greeting
    this.#showGreeting()
  }

  setLoading(isLoading: boolean): void {
    this.#log.setAttribute('aria-busy', String(isLoading))
  }

  setTyping(isTyping: boolean): void {
    this.#typing.hidden = !isTyping
    this.#log.classList.toggle('has-typing', isTyping)
    this.#keepEnd()
  }

  toEnd(): void {
    this.#log.scrollTop = this.#log.scrollHeight
  }

  /** It stands before the first message, so not where earlier ones are left out. */
  #showGreeting(): void {
    this.#greeting.hidden = this.#greeting.textContent === '' || !this.#earlier.hidden
  }

  #keepEnd(): void {
    if (this.#isAtEnd) this.toEnd()
  }

  #noteScroll(): void {
    const { scrollHeight, scrollTop, clientHeight } = this.#log
    this.#isAtEnd = scrollHeight - scrollTop - clientHeight < END_SLACK_PX
    this.#toEnd.hidden = this.#isAtEnd
  }
}

/** What the visitor has just written is shown to him, wherever he was reading. */
function isNewOwn(last: Line | undefined, placed: PlacedLines): boolean {
  return last?.is === 'message' && last.message.isOwn && placed.size > 0 && !placed.has(last.key)
}
