import { mdiClose } from '@mdi/js'
import type { Words } from '../words.ts'
import { icon } from './icon.ts'
import { make, makeButton } from './make.ts'

export interface Panel {
  readonly element: HTMLElement
  setTitle(title: string): void
  /** A lasting state, '' for none. */
  setNotice(words: string): void
  /** Something that just went wrong, '' for nothing. */
  complain(words: string): void
}

export function panel(words: Words, onClose: () => void, log: HTMLElement, composer: HTMLElement): Panel {
  const title = make('h1', {}, words.title)
  const close = makeButton(
    { class: 'icon-button', 'aria-label': words.close, title: words.close },
    onClose,
    icon(mdiClose),
  )
  const notice = make('div', { class: 'notice', role: 'status' })
  const complaint = make('div', { class: 'complaint', role: 'alert' })
  const element = make(
    'main',
    { class: 'panel' },
    make('header', { class: 'head' }, title, close),
    notice,
    log,
    complaint,
    composer,
  )
  return {
    element,
    setTitle: (text) => {
      title.textContent = text
      document.title = text
    },
    setNotice: (text) => {
      notice.textContent = text
    },
    complain: (text) => {
      complaint.textContent = text
    },
  }
}
