import { createOutgoingQueue } from './createOutgoingQueue.ts'
import { deliverOutgoing, refusalOf } from './deliverOutgoing.ts'
import type { OutgoingDelivery } from './deliverOutgoing.ts'
import { isMessageStored } from './messages.ts'
import { isNoteStored, writeNote } from './notes.ts'
import { outgoingMessages } from './outgoing.ts'
import { outgoingNotes } from './outgoingNotes.ts'
import { messageStore, noteStore } from './outgoingStore.ts'
import { untilRetry } from './untilRetry.ts'
import { writeOutgoing } from './writeOutgoing.ts'

const delivery: OutgoingDelivery = {
  async uploadFiles(message) {
    if (message.files.length > 0) await (await import('./attachments.ts')).uploadFiles(message)
  },
  write: writeOutgoing,
  isStored: (message) => isMessageStored(message, message.id),
  untilRetry,
}

/** What members write, on its way to the server: it survives a lost connection, a reload and a closed tab. */
export const outgoingQueue = createOutgoingQueue({
  list: outgoingMessages,
  store: messageStore,
  deliver: (message, isWanted) => deliverOutgoing(message, delivery, isWanted),
})

/** The same for what they tell each other; a note waits for no message. */
export const noteQueue = createOutgoingQueue({
  list: outgoingNotes,
  store: noteStore,
  deliver: (note) =>
    refusalOf(
      () => writeNote(note),
      () => isNoteStored(note, note.id),
    ),
})
