import { computed } from 'vue'
import type { ComputedRef } from 'vue'
import type { ConversationRow } from '#web/firebase/conversations.ts'
import { setMuted } from '#web/firebase/mutes.ts'
import { showToast } from '#web/ui/toasts.ts'
import type { InboxContext } from '../inboxContext.ts'
import { t } from './messages.ts'

interface Mute {
  readonly isMuted: ComputedRef<boolean>
  toggleMute(): void
}

/** Whether the member wants to hear of a conversation; for himself alone. */
export function useMute(inbox: InboxContext, row: () => ConversationRow): Mute {
  const isMuted = computed(() => inbox.muted.value.has(row().id))

  async function mute(isQuiet: boolean) {
    const place = { companyId: inbox.companyId, conversationId: row().id }
    try {
      await setMuted(place, inbox.member.value.id, isQuiet)
      const undo = { label: t('undo'), run: () => void mute(!isQuiet) }
      showToast({ text: isQuiet ? t('mutedToast') : t('unmutedToast'), action: undo })
    } catch {
      showToast({ text: t('notMuted') })
    }
  }

  return { isMuted, toggleMute: () => void mute(!isMuted.value) }
}
