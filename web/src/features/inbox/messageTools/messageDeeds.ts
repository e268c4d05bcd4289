import { deleteMessage, editMessage, reactToMessage } from '#web/firebase/messageChanges.ts'
import type { ConversationPlace, ThreadMessage } from '#web/firebase/messages.ts'
import { showToast } from '#web/ui/toasts.ts'
import { t } from './messages.ts'
import { changeRefusal } from './changeRefusal.ts'

async function told(work: Promise<void>, channelKind: string, deed: 'edit' | 'delete' | 'react') {
  try {
    await work
    return true
  } catch (error) {
    showToast({ text: changeRefusal(error, channelKind, deed) })
    return false
  }
}

export async function copyText({ text }: ThreadMessage): Promise<void> {
  await navigator.clipboard.writeText(text)
  showToast({ text: t('copied') })
}

/** False where it was refused, which has been told. */
export async function saveText(
  place: ConversationPlace,
  message: ThreadMessage,
  text: string,
  channelKind: string,
): Promise<boolean> {
  if (text === message.text) return true
  return told(editMessage(place, message.id, text), channelKind, 'edit')
}

export async function takeBack(
  place: ConversationPlace,
  message: ThreadMessage,
  channelKind: string,
): Promise<boolean> {
  const isDone = await told(deleteMessage(place, message.id), channelKind, 'delete')
  if (isDone) showToast({ text: t('deleted') })
  return isDone
}

export async function react(
  place: ConversationPlace,
  message: ThreadMessage,
  emoji: string,
  channelKind: string,
): Promise<boolean> {
  return told(reactToMessage(place, message.id, emoji), channelKind, 'react')
}
