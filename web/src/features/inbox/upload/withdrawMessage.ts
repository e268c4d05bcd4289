import type { MessageId } from '#shared/domain/ids.ts'
import { attachmentPath, outgoingMessages } from '#web/firebase/outgoing.ts'
import type { OutgoingFile } from '#web/firebase/outgoing.ts'
import { outgoingQueue } from '#web/firebase/outgoingQueue.ts'
import { stopUpload } from '#web/firebase/uploads.ts'
import { showToast } from '#web/ui/toasts.ts'
import type { PickedFile, Written } from '../composeMessages.ts'
import { t } from './messages.ts'

/** Takes back a message whose files are still being uploaded; gives what was in it, null when it has left. */
export function withdrawMessage(id: MessageId): Written | null {
  const message = outgoingMessages.find(id)?.written
  if (!message) return null
  outgoingQueue.withdraw(id)
  for (const file of message.files) stopUpload(attachmentPath(message, file))
  showToast({ text: t('cancelled') })
  const { text, files, replyTo } = message
  return { text, files: files.map(asPicked), ...(replyTo && { replyTo }) }
}

function asPicked({ blob, name, kind, width, height }: OutgoingFile): PickedFile {
  return {
    blob,
    name,
    ...(kind === 'voice' && { kind }),
    ...(width && height ? { width, height } : {}),
  }
}
