import { loadCloud } from './loadCloud.ts'
import { Conversation } from './Conversation.ts'
import type { ConversationView } from './Conversation.ts'
import { draftStore } from './draftStore.ts'
import { fileOpener } from './fileOpener.ts'
import { hostPage } from './hostPage.ts'
import type { HostPage } from './hostPage.ts'
import { newMessageId } from './newMessageId.ts'
import type { Parameters } from './readParameters.ts'
import { pictureSize } from './pictureSize.ts'
import type { UnsentMessage } from './unsentMessage.ts'
import { unsentStore } from './unsentStore.ts'
import type { ChatView } from './view/chatView.ts'
import { chatView } from './view/chatView.ts'
import { setColour } from './view/setColour.ts'
import { visitorSessionStore } from './visitorSessionStore.ts'
import { widgetRequests } from './widgetRequests.ts'
import { wordsIn } from './words.ts'

/** Puts the chat on the page and brings it to life. */
export async function startFrame(
  { widgetId, language, hostOrigin, colour }: Parameters,
  root: HTMLElement,
): Promise<void> {
  const words = wordsIn(language)
  const host = hostPage(hostOrigin)
  const sessions = visitorSessionStore(widgetId, () => localStorage)
  const drafts = draftStore(widgetId, () => localStorage)
  const view = chatView(language, words, {
    onClose: () => host.tell({ pactWidget: 'close' }),
    onEarlier: () => void conversation.showEarlier(),
    onSend: (text, file) => void toUnsent(text, file).then((message) => conversation.send(message)),
    onDraft: drafts.save,
    sendAgain: (id) => conversation.sendAgain(id),
    discard: (id) => void conversation.discard(id),
    picture: (file) => files.picture(file),
    download: (file) =>
      void files.download(file).then((isDone) => view.complain(isDone ? '' : words.linkFailed)),
  })
  const conversation = new Conversation({
    requests: widgetRequests(widgetId),
    sessions,
    unsent: await unsentStore(widgetId),
    view: toConversationView(view, host, colour),
    loadCloud: () => loadCloud(widgetId),
  })
  const files = fileOpener(conversation)
  if (colour) setColour(colour)
  view.setDraft(drafts.load())
  root.append(view.element)
  followHost(host, view, conversation, sessions.load() !== null)
}

/** `ownColour` is that of the site's code, '' if it names none. */
function toConversationView(view: ChatView, host: HostPage, ownColour: string): ConversationView {
  return {
    onLook(look) {
      view.setLook({ ...look, colour: ownColour || look.colour })
      if (look.colour) host.tell({ pactWidget: 'colour', colour: look.colour })
    },
    onMessages: view.show,
    onLoading: view.setLoading,
    onTrouble: view.setTrouble,
    onTyping: view.setTyping,
    onUnread: (count) => host.tell({ pactWidget: 'unread', count }),
    onConversation: () => host.tell({ pactWidget: 'conversation' }),
  }
}

/** Starts at the first opening, or at once when there is something to hear; seen is what is open and in front. */
function followHost(host: HostPage, view: ChatView, conversation: Conversation, hasSession: boolean): void {
  let isOpen = false
  let isStarted = false
  const refresh = () => {
    conversation.setSeen(isOpen && document.visibilityState === 'visible')
    if (isStarted || !(isOpen || hasSession)) return
    isStarted = true
    void conversation.start()
  }
  host.onSays(({ pactWidget }) => {
    isOpen = pactWidget === 'opened'
    refresh()
    if (isOpen) view.focus()
  })
  document.addEventListener('visibilitychange', refresh)
  document.addEventListener('keydown', ({ key }) => {
    if (key === 'Escape') host.tell({ pactWidget: 'close' })
  })
  window.addEventListener('online', () => conversation.resume())
  refresh()
  host.tell({ pactWidget: 'ready' })
}

async function toUnsent(text: string, file: File | null): Promise<UnsentMessage> {
  const message = { id: newMessageId(), text, writtenAt: Date.now() }
  if (!file) return message
  return { ...message, file: { name: file.name, blob: file, ...(await pictureSize(file)) } }
}
