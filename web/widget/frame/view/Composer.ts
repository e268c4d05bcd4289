import { mdiPaperclip, mdiSend } from '@mdi/js'
import type { Language, Words } from '../words.ts'
import { attachedCard } from './attachedCard.ts'
import { icon } from './icon.ts'
import { make, makeButton } from './make.ts'
import { onFileGiven } from './onFileGiven.ts'

export interface ComposerOptions {
  readonly words: Words
  readonly language: Language
  readonly textLength: number
  /** Bytes. */
  readonly fileSize: number
  onSend(text: string, file: File | null): void
  onDraft(text: string): void
  /** Something the visitor must be told at once; '' when all is well again. */
  onComplaint(words: string): void
}

/** Text, a file, or both. Enter sends where there is a real keyboard. */
export class Composer {
  readonly element: HTMLElement
  readonly #options: ComposerOptions
  readonly #text: HTMLTextAreaElement
  readonly #send: HTMLButtonElement
  readonly #attached = make('div', { class: 'attached', hidden: '' })
  readonly #picker = make('input', { type: 'file', hidden: '', tabindex: '-1' })
  #file: File | null = null

  constructor(options: ComposerOptions) {
    this.#options = options
    this.#text = textField(options)
    const { attach, send } = options.words
    const attachButton = makeButton(named(attach), () => this.#picker.click(), icon(mdiPaperclip))
    this.#send = make('button', { ...named(send, 'send'), type: 'submit' }, icon(mdiSend))
    const row = make('div', { class: 'composer-row' }, attachButton, this.#text, this.#send)
    const form = make('form', { class: 'composer' }, this.#attached, this.#picker, row)
    this.element = form
    this.#listen(form)
    this.#refresh()
  }

  focus(): void {
    // Measured while hidden, the field had no height.
    this.#refresh()
    this.#text.focus()
  }

  setText(text: string): void {
    this.#text.value = text
    this.#refresh()
  }

  #listen(form: HTMLFormElement): void {
    form.addEventListener('submit', (event) => {
      event.preventDefault()
      this.#submit()
    })
    this.#picker.addEventListener('change', () => this.#take(this.#picker.files?.[0] ?? null))
    onFileGiven(document.body, (file) => this.#take(file))
    this.#text.addEventListener('input', () => {
      this.#refresh()
      this.#options.onDraft(this.#text.value)
    })
    this.#text.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter' || event.shiftKey || event.isComposing || isTouch()) return
      event.preventDefault()
      this.#submit()
    })
  }

  #submit(): void {
    if (this.#send.disabled) return
    this.#options.onSend(this.#text.value.trim(), this.#file)
    this.#text.value = ''
    this.#options.onDraft('')
    this.#take(null)
  }

  #take(chosen: File | null): void {
    const { words, language, onComplaint } = this.#options
    const complaint = chosen ? this.#complaintAbout(chosen) : ''
    onComplaint(complaint)
    this.#file = complaint === '' ? chosen : null
    const card = this.#file ? attachedCard(this.#file, words, language, () => this.#take(null)) : []
    this.#attached.replaceChildren(...card)
    this.#attached.hidden = this.#file === null
    this.#picker.value = ''
    this.focus()
  }

  #complaintAbout({ size }: File): string {
    const { words, fileSize } = this.#options
    if (size === 0) return words.emptyFile
    return size > fileSize ? words.tooLarge : ''
  }

  #refresh(): void {
    // Two pixels of border: the box counts them, the content does not.
    this.#text.style.height = 'auto'
    this.#text.style.height = `${this.#text.scrollHeight + 2}px`
    this.#send.disabled = this.#text.value.trim() === '' && !this.#file
  }
}

function textField({ words, textLength }: ComposerOptions): HTMLTextAreaElement {
  return make('textarea', {
    rows: '1',
    maxlength: String(textLength),
    placeholder: words.message,
    'aria-label': words.message,
    title: isTouch() ? words.message : words.hint,
    dir: 'auto',
  })
}

function named(words: string, more = ''): Record<string, string> {
  return { class: `icon-button ${more}`, 'aria-label': words, title: words }
}

function isTouch(): boolean {
  return matchMedia('(pointer: coarse)').matches
}
