import { shallowRef } from 'vue'
import type { Ref, ShallowRef } from 'vue'
import type { ConversationRow } from '#web/firebase/conversations.ts'
import type { ConversationPlace, ThreadMessage } from '#web/firebase/messages.ts'
import { showToast } from '#web/ui/toasts.ts'
import { giveBack } from '../begunReply.ts'
import type { Written } from '../composeMessages.ts'
import { useInbox } from '../inboxContext.ts'
import { t as threadText } from '../thread/messages.ts'
import type { SavedFile } from './scheduleReply.ts'

interface LaterReply {
  /** What is being uploaded for it. */
  readonly saving: Readonly<ShallowRef<readonly SavedFile[]>>
  send(written: Written, sendAt: number): Promise<void>
}

/** Has a reply sent later. What the server will not keep goes back to where it was written, whatever is open by then. */
export function useLaterReply(
  place: ConversationPlace,
  row: () => ConversationRow | null,
  replyTo: Ref<ThreadMessage | null>,
  onKept: () => void,
): LaterReply {
  const { member } = useInbox()
  const saving = shallowRef<readonly SavedFile[]>([])

  async function keep(written: Written, sendAt: number): Promise<Written | null> {
    const known = row()
    if (!known) return written
    const { id, name } = member.value
    const onSaving = (files: readonly SavedFile[]) => (saving.value = files)
    try {
      const { scheduleReply } = await import('./scheduleReply.ts')
      return await scheduleReply(written, { place, row: known, author: { id, name }, sendAt, onSaving })
    } catch {
      showToast({ text: threadText('laterFailed') })
      return written
    } finally {
      saving.value = []
    }
  }

  return {
    saving,
    async send(written, sendAt) {
      const quoted = replyTo.value
      replyTo.value = null
      const left = await keep(written, sendAt)
      if (left) giveBack(place, left, left.replyTo ? quoted : null)
      else onKept()
    },
  }
}
