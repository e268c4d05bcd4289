import { mdiAlertCircle, mdiCheck, mdiCheckAll, mdiClockOutline } from '@mdi/js'
import type { Line } from '../lines.ts'
import type { ShownMessage } from '../shownMessages.ts'
import type { Language, Words } from '../words.ts'
import type { FileActions } from './fileCard.ts'
import { fileCard, isPicture } from './fileCard.ts'
import { icon } from './icon.ts'
import { linkedText } from './linkedText.ts'
import { make, makeButton } from './make.ts'

export interface MessageActions extends FileActions {
  sendAgain(id: string): void
  discard(id: string): void
}

export interface Setting {
  readonly language: Language
  readonly words: Words
  readonly actions: MessageActions
}

export function lineElement(line: Line, setting: Setting): HTMLElement {
  if (line.is === 'day')
    return make('div', { class: 'day', role: 'separator', 'aria-label': line.label }, line.label)
  return messageElement(line, setting)
}

function messageElement(
  { message, time, startsRun, endsRun }: Extract<Line, { is: 'message' }>,
  setting: Setting,
) {
  const { words, language, actions } = setting
  const side = message.isOwn ? 'own' : 'theirs'
  const name = message.isOwn ? words.you : message.author || words.us
  const hasName = startsRun && message.author !== ''
  const told = message.isEdited && !message.isDeleted ? `${words.edited} ${time}` : time
  const bubble = make(
    'div',
    { class: message.files.some(isPicture) ? 'bubble with-picture' : 'bubble' },
    make('span', { class: hasName ? 'author' : 'unseen' }, hasName ? message.author : `${name}: `),
    message.quote ? make('div', { class: 'quote', dir: 'auto' }, message.quote) : null,
    ...message.files.map((file) => fileCard(file, actions, language, words)),
    message.text ? make('span', { class: 'text', dir: 'auto' }, ...linkedText(message.text)) : null,
    message.isDeleted ? make('span', { class: 'gone' }, words.deleted) : null,
    make('span', { class: 'meta-room', 'aria-hidden': 'true' }, told),
    make('span', { class: 'meta' }, told, stateIcon(message, words)),
    message.reaction ? reactionMark(message.reaction, words) : null,
  )
  const shape = `${startsRun ? ' starts-run' : ''}${endsRun ? ' ends-run' : ''}${message.reaction ? ' has-reaction' : ''}`
  const classes = `message ${side}${shape} is-${message.state}`
  return make(
    'article',
    { class: classes },
    bubble,
    message.state === 'failed' ? failure(message, setting) : null,
  )
}

function reactionMark(emoji: string, words: Words): HTMLElement {
  return make('span', { class: 'reaction', role: 'img', 'aria-label': `${words.reaction}: ${emoji}` }, emoji)
}

function stateIcon({ state }: ShownMessage, words: Words): SVGSVGElement | null {
  switch (state) {
    case 'sending':
      return icon(mdiClockOutline, words.sending)
    case 'sent':
      return icon(mdiCheck, words.sent)
    case 'read':
      return icon(mdiCheckAll, words.read)
    case 'failed':
      return icon(mdiAlertCircle, words.failed)
    case 'received':
      return null
  }
}

function failure({ key, failure: reason }: ShownMessage, { words, actions }: Setting): HTMLElement {
  const sendAgain = makeButton(
    { class: 'link-button' },
    () => {
      actions.sendAgain(key)
    },
    words.sendAgain,
  )
  const discard = makeButton(
    { class: 'link-button' },
    () => {
      actions.discard(key)
    },
    words.remove,
  )
  return make(
    'div',
    { class: 'failure' },
    make('span', {}, words.reasons[reason ?? 'refused']),
    sendAgain,
    discard,
  )
}
