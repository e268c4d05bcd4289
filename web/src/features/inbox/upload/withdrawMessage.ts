import type { MessageId } from '#shared/domain/ids.ts'
import { attachmentPath, outgoingMessages } from '#web/firebase/outgoing.ts'
import { outgoingQueue } from '#web/firebase/outgoingQueue.ts'
import { stopUpload } from '#web/firebase/uploads.ts'
import { showToast } from '#web/ui/toasts.ts'
import type { Written } from '../composeMessages.ts'
import { writtenOf } from '../writtenOf.ts'
import { t } from './messages.ts'

/** Takes back a message whose files are still being uploaded; gives what was in it, null when it has left. */
export function withdrawMessage(id: MessageId): Written | null {
  const message = outgoingMessages.find(id)?.written
  if (!message) return null
  outgoingQueue.withdraw(id)
  for (const file of message.files) stopUpload(attachmentPath(message, file))
  showToast({ text: t('cancelled') })
  return writtenOf([message])
}
