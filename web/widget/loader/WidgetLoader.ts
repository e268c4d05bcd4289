import { isFrameSays } from '../protocol.ts'
import type { FrameSays, LoaderSays } from '../protocol.ts'
import { Launcher } from './Launcher.ts'
import { loadMemory, saveMemory } from './memory.ts'
import { frameAddress } from './readOptions.ts'
import type { LoaderOptions } from './readOptions.ts'
import { words } from './words.ts'

/** Holds button and frame on a site's page and passes word between them. */
export class WidgetLoader {
  readonly #options: LoaderOptions
  readonly #launcher: Launcher
  #frame: HTMLIFrameElement | undefined
  #isOpen = false
  readonly #onMessage = ({ source, origin, data }: MessageEvent<unknown>): void => {
    const isFrame =
      source !== null && source === this.#frame?.contentWindow && origin === this.#options.origin
    if (isFrame && isFrameSays(data)) this.#hear(data)
  }
  readonly #onKey = ({ key }: KeyboardEvent): void => {
    if (key === 'Escape' && this.#isOpen) this.close()
  }

  constructor(options: LoaderOptions) {
    this.#options = options
    this.#launcher = new Launcher(options.language, () => {
      if (this.#isOpen) this.close()
      else this.open()
    })
    const { hasConversation, colour } = loadMemory(options.widgetId)
    const dress = options.colour || colour
    if (dress) this.#launcher.setColour(dress)
    document.body.append(this.#launcher.host)
    window.addEventListener('message', this.#onMessage)
    document.addEventListener('keydown', this.#onKey)
    if (hasConversation) this.#makeFrame()
  }

  open(): void {
    if (!this.#frame) this.#makeFrame()
    this.#setOpen(true)
    this.#frame?.focus()
  }

  close(): void {
    if (!this.#isOpen) return
    this.#setOpen(false)
    this.#launcher.focus()
  }

  destroy(): void {
    window.removeEventListener('message', this.#onMessage)
    document.removeEventListener('keydown', this.#onKey)
    this.#launcher.host.remove()
    this.#frame = undefined
  }

  #setOpen(isOpen: boolean): void {
    this.#isOpen = isOpen
    this.#launcher.setOpen(isOpen)
    this.#tellState()
  }

  #makeFrame(): void {
    const frame = document.createElement('iframe')
    frame.title = words[this.#options.language].frame
    frame.src = frameAddress(this.#options, location.origin)
    this.#frame = frame
    this.#launcher.hold(frame)
  }

  #tellState(): void {
    const says: LoaderSays = { pactWidget: this.#isOpen ? 'opened' : 'closed' }
    this.#frame?.contentWindow?.postMessage(says, this.#options.origin)
  }

  #hear(says: FrameSays): void {
    const memory = loadMemory(this.#options.widgetId)
    switch (says.pactWidget) {
      case 'ready':
        this.#tellState()
        return
      case 'close':
        this.close()
        return
      case 'unread':
        this.#launcher.setUnread(says.count)
        return
      case 'conversation':
        saveMemory(this.#options.widgetId, { ...memory, hasConversation: true })
        return
      case 'colour':
        saveMemory(this.#options.widgetId, { ...memory, colour: says.colour })
        // What stands in the site's own code is meant for this page.
        if (!this.#options.colour) this.#launcher.setColour(says.colour)
    }
  }
}
