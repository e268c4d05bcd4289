import { onScopeDispose, watch } from 'vue'
import type { Ref } from 'vue'
import { SECOND_MS } from '#shared/domain/time.ts'
import type { ConversationRow } from '#web/firebase/conversations.ts'

/** The end of a thread counts as read after it has been looked at for this long. */
const READING_MS = SECOND_MS

/** Marks a conversation read once its end has been on screen, in a watched tab, long enough. */
export function useReadMark(
  row: Readonly<Ref<ConversationRow | null>>,
  isEndSeen: Readonly<Ref<boolean>>,
  markRead: (row: ConversationRow) => unknown,
): void {
  let timer: ReturnType<typeof setTimeout> | undefined

  watch(
    () => [isEndSeen.value, (row.value?.unreadCount ?? 0) > 0, row.value?.lastInboundAt] as const,
    ([isSeen, isUnread]) => {
      clearTimeout(timer)
      if (!isSeen || !isUnread) return
      timer = setTimeout(() => {
        if (row.value) markRead(row.value)
      }, READING_MS)
    },
    { immediate: true },
  )
  onScopeDispose(() => {
    clearTimeout(timer)
  })
}
