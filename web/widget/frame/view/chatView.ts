import { manifests } from '#channels/manifests.ts'
import type { WidgetLook } from '#shared/api/widget.ts'
import type { Trouble } from '../Conversation.ts'
import { linesOf } from '../lines.ts'
import type { ShownMessage } from '../shownMessages.ts'
import type { Language, Words } from '../words.ts'
import { Composer } from './Composer.ts'
import type { MessageActions } from './lineElement.ts'
import { MessageLog } from './MessageLog.ts'
import { panel } from './panel.ts'
import { setColour } from './setColour.ts'

export interface ChatHandlers extends MessageActions {
  onClose(): void
  onEarlier(): void
  onSend(text: string, file: File | null): void
  onDraft(draft: string): void
}

export interface ChatView {
  readonly element: HTMLElement
  show(messages: readonly ShownMessage[], hasEarlier: boolean): void
  setLook(look: WidgetLook): void
  setLoading(isLoading: boolean): void
  setTrouble(trouble: Trouble): void
  setTyping(isTyping: boolean): void
  setDraft(draft: string): void
  complain(words: string): void
  focus(): void
}

const { textLength, attachmentSize } = manifests.widget.limits

/** The whole chat as the visitor sees it. */
export function chatView(language: Language, words: Words, handlers: ChatHandlers): ChatView {
  const log = new MessageLog({ language, words, actions: handlers }, handlers.onEarlier)
  const writing = new Composer({
    words,
    language,
    textLength,
    fileSize: attachmentSize,
    onSend: handlers.onSend,
    onDraft: handlers.onDraft,
    onComplaint: (complaint) => frame.complain(complaint),
  })
  const frame = panel(words, handlers.onClose, log.element, writing.element)
  return {
    element: frame.element,
    show: (messages, hasEarlier) => log.show(linesOf(messages, Date.now(), language, words), hasEarlier),
    setLook({ title, greeting, colour }) {
      frame.setTitle(title || words.title)
      log.greet(greeting)
      if (colour) setColour(colour)
    },
    setLoading: (isLoading) => log.setLoading(isLoading),
    setTrouble: (trouble) => frame.setNotice(noticeOf(trouble, words)),
    setTyping: (isTyping) => log.setTyping(isTyping),
    setDraft: (draft) => writing.setText(draft),
    complain: frame.complain,
    focus() {
      log.toEnd()
      writing.focus()
    },
  }
}

function noticeOf(trouble: Trouble, words: Words): string {
  switch (trouble) {
    case 'none':
      return ''
    case 'gone':
      return words.unavailable
    default:
      return words[trouble]
  }
}
