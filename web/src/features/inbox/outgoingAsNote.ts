import type { ThreadNote } from '#web/firebase/notes.ts'
import type { OutgoingItem } from '#web/firebase/outgoingList.ts'
import type { OutgoingNote } from '#web/firebase/outgoingNotes.ts'

/** A note on its way, as the thread shows it until the stored one is there. */
export function outgoingAsNote({ written, refusal }: OutgoingItem<OutgoingNote>): ThreadNote {
  const { id, text, mentions, author, writtenAt } = written
  return {
    id,
    text,
    mentions: [...mentions],
    author,
    createdAt: writtenAt,
    updatedAt: writtenAt,
    isPending: true,
    ...(refusal !== null && { refusal }),
  }
}
