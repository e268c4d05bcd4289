import { computed } from 'vue'
import { outgoingMessages } from './outgoing.ts'
import { outgoingNotes } from './outgoingNotes.ts'

/** For the question at sign-out: «Ещё не отправлено сообщений и заметок: 3». */
export const unsentCount = computed(
  () => outgoingMessages.items.value.length + outgoingNotes.items.value.length,
)
