import { onColour } from '../onColour.ts'
import { addStyles } from './addStyles.ts'
import { words } from './words.ts'

const CHAT =
  'M17,11H15V9H17M13,11H11V9H13M9,11H7V9H9M20,2H4A2,2 0 0,0 2,4V22L6,18H20A2,2 0 0,0 22,16V4C22,2.89 21.1,2 20,2Z'
const CLOSE =
  'M19,6.41L17.59,5L12,10.59L6.41,5L5,6.41L10.59,12L5,17.59L6.41,19L12,13.41L17.59,19L19,17.59L13.41,12L19,6.41Z'

const MOST_SHOWN = 9

/** The button in the corner and the place of the frame above it. */
export class Launcher {
  readonly host = document.createElement('div')
  readonly #words: (typeof words)['ru']
  readonly #root = document.createElement('div')
  readonly #button = document.createElement('button')
  readonly #shape = document.createElementNS('http://www.w3.org/2000/svg', 'path')
  readonly #badge = document.createElement('span')
  readonly #panel = document.createElement('div')
  #isOpen = false
  #unread = 0

  constructor(language: 'ru' | 'en', onPress: () => void) {
    this.#words = words[language]
    const shadow = this.host.attachShadow({ mode: 'open' })
    addStyles(shadow)
    shadow.append(this.#root)
    this.#panel.className = 'panel'
    this.#panel.id = 'panel'
    this.#makeButton(onPress)
    this.#root.append(this.#button, this.#panel)
    this.#refresh()
  }

  setOpen(isOpen: boolean): void {
    this.#isOpen = isOpen
    this.#refresh()
  }

  setUnread(unread: number): void {
    this.#unread = unread
    this.#refresh()
  }

  setColour(colour: string): void {
    this.host.style.setProperty('--brand', colour)
    this.host.style.setProperty('--on-brand', onColour(colour))
  }

  hold(frame: HTMLIFrameElement): void {
    this.#panel.append(frame)
  }

  focus(): void {
    this.#button.focus()
  }

  #makeButton(onPress: () => void): void {
    const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg')
    svg.setAttribute('viewBox', '0 0 24 24')
    svg.setAttribute('aria-hidden', 'true')
    svg.append(this.#shape)
    this.#badge.className = 'badge'
    this.#badge.setAttribute('aria-hidden', 'true')
    this.#button.type = 'button'
    this.#button.className = 'launcher'
    this.#button.setAttribute('aria-controls', 'panel')
    this.#button.append(svg, this.#badge)
    this.#button.addEventListener('click', onPress)
  }

  #refresh(): void {
    this.#panel.hidden = !this.#isOpen
    this.#root.className = this.#isOpen ? 'is-open' : ''
    this.#shape.setAttribute('d', this.#isOpen ? CLOSE : CHAT)
    this.#badge.textContent =
      this.#unread === 0 ? '' : this.#unread > MOST_SHOWN ? `${MOST_SHOWN}+` : `${this.#unread}`
    this.#button.setAttribute('aria-expanded', String(this.#isOpen))
    this.#button.setAttribute('aria-label', this.#name())
  }

  #name(): string {
    if (this.#isOpen) return this.#words.close
    return this.#unread > 0 ? this.#words.unread(this.#unread) : this.#words.open
  }
}
